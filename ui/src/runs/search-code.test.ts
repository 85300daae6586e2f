import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { curlSearch, pythonSearch } from './search-code.ts';

const search = {
  experiments: ['1', '2'],
  filter: 'params.name = "it\'s" AND metrics.`val/löss` < 1',
  viewType: 'ALL' as const,
  orderBy: ['max(metrics.`val/löss`) DESC'],
};

test('the Python code asks for what the table shows', () => {
  // Python itself reads the code, with a module in mlflow's place that says what it was asked.
  const stand = `
import sys, types, json
def module(name, **parts):
    sys.modules[name] = types.ModuleType(name); sys.modules[name].__dict__.update(parts); return sys.modules[name]
seen = {}
module('mlflow', set_tracking_uri=lambda uri: seen.update(uri=uri), search_runs=lambda **asked: seen.update(asked))
module('mlflow.entities', ViewType=types.SimpleNamespace(ALL='ALL'))
sys.modules['mlflow'].entities = sys.modules['mlflow.entities']
real, print = print, lambda *_: None
`;
  const code = `${stand}${pythonSearch('http://host:5000', search)}\nreal(json.dumps(seen))\n`;
  const asked = JSON.parse(execFileSync('python3', ['-c', code], { encoding: 'utf8' }));
  assert.deepEqual(asked, {
    uri: 'http://host:5000',
    experiment_ids: search.experiments,
    filter_string: search.filter,
    run_view_type: 'ALL',
    order_by: search.orderBy,
  });
});

test('what is as usual is not written', () => {
  const code = pythonSearch('http://host', { experiments: ['1'], filter: '', viewType: 'ACTIVE_ONLY', orderBy: [] });
  assert.ok(!/filter_string|ViewType|order_by/.test(code), code);
});

test('a shell reads the request as it was', () => {
  const command = curlSearch('http://host:5000', search);
  const [, ...words] = execFileSync('sh', ['-c', `curl() { printf '%s\\0' curl "$@"; }; ${command}`], {
    encoding: 'utf8',
  }).split('\0');
  assert.equal(words.at(-2), 'http://host:5000/api/2.0/mlflow/runs/search');
  const body = JSON.parse(words[words.indexOf('-d') + 1] ?? '');
  assert.equal(body.filter, search.filter);
  assert.deepEqual(body.order_by, search.orderBy);
});
