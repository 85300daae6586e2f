import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAddress } from './address.ts';
import { filesTab, hrefs, routeOf } from './routes.ts';

const at = (hash: string) => routeOf(parseAddress(hash));

test('the empty address is the list of experiments', () => {
  assert.deepEqual(at(''), { page: 'experiments' });
  assert.deepEqual(at('#/'), { page: 'experiments' });
});

test('an experiment is found with and without /runs, whatever the query', () => {
  assert.deepEqual(at('#/experiments/7'), { page: 'experiment', experiment: '7' });
  assert.deepEqual(at('#/experiments/7/runs?searchFilter=metrics.a%3E1'), { page: 'experiment', experiment: '7' });
});

test("a run's page takes MLflow's tabs", () => {
  assert.deepEqual(at('#/experiments/7/runs/abc'), { page: 'run', experiment: '7', run: 'abc', tab: 'overview' });
  assert.deepEqual(at('#/experiments/7/runs/abc/model-metrics'), {
    page: 'run',
    experiment: '7',
    run: 'abc',
    tab: 'model-metrics',
  });
});

test('a compare address survives the round trip', () => {
  assert.deepEqual(at(hrefs.compare(['1'], ['a', 'b'])), { page: 'compare', experiments: ['1'], runs: ['a', 'b'] });
});

test('several experiments have an address', () => {
  assert.deepEqual(at(hrefs.experimentsTogether(['1', '2'])), {
    page: 'experiments-together',
    experiments: ['1', '2'],
  });
});

test('a compare address with broken JSON compares nothing', () => {
  assert.deepEqual(at('#/compare-runs?runs=%5B%22a'), { page: 'compare', experiments: [], runs: [] });
});

test('a percent sign that encodes nothing is one', () => {
  assert.deepEqual(at('#/models/100%'), { page: 'model', name: '100%' });
});

test('an unknown path says so', () => {
  assert.deepEqual(at('#/nowhere'), { page: 'unknown', path: '/nowhere' });
});

test("models have MLflow's addresses", () => {
  assert.deepEqual(at('#/models'), { page: 'models' });
  assert.deepEqual(at(hrefs.model('a/b c')), { page: 'model', name: 'a/b c' });
  assert.deepEqual(at('#/models/iris/versions/3'), {
    page: 'model-version',
    name: 'iris',
    version: '3',
    tab: 'overview',
  });
  assert.deepEqual(at(hrefs.modelVersion('iris', '3', filesTab('a%/b c'))), {
    page: 'model-version',
    name: 'iris',
    version: '3',
    tab: 'artifacts/a%/b c',
  });
  assert.deepEqual(at('#/experiments/1/models/m-1/artifacts'), {
    page: 'logged-model',
    experiment: '1',
    model: 'm-1',
    tab: 'artifacts',
  });
});

test('two versions are compared by our address and by MLflow’s', () => {
  const expected = { page: 'compare-versions', name: 'iris', versions: ['1', '2'] };
  assert.deepEqual(at(hrefs.compareVersions('iris', ['1', '2'])), expected);
  for (const table of ['{"1":"run1","2":"run2"}', '{"run1":"1","run2":"2"}']) {
    const runs = encodeURIComponent(table);
    assert.deepEqual(at(`#/compare-model-versions?name=%22iris%22&runs=${runs}`), expected);
  }
});
