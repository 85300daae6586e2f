import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf, tellsApart } from './catalogue.ts';
import { testRun } from './testing.ts';

test('counts keys over pages and sees which differ', () => {
  const { runs, keys } = catalogueOf([
    [
      testRun('a', { metrics: { auc: 0.5 }, params: { seed: '1', lr: '0.1' } }),
      testRun('b', { metrics: { auc: 0.5 }, params: { seed: '1', lr: '0.1' } }),
    ],
    [testRun('c', { metrics: { auc: 0.7 }, params: { seed: '1' } })],
  ]);
  assert.equal(runs, 3);
  assert.equal(keys.get('metrics.auc')?.count, 3);
  assert.equal(keys.get('metrics.auc')?.differs, true);
  assert.equal(keys.get('params.seed')?.differs, false);
  assert.equal(keys.get('params.lr')?.count, 2);
});

test('a key that some runs lack tells them apart, one that all share does not', () => {
  const { runs, keys } = catalogueOf([
    [testRun('a', { params: { lr: '1', seed: '1' } }), testRun('b', { params: { seed: '1' } })],
  ]);
  const lr = keys.get('params.lr');
  const seed = keys.get('params.seed');
  assert.ok(lr && tellsApart(lr, runs));
  assert.ok(seed && !tellsApart(seed, runs));
});

test('NaN equals NaN', () => {
  const { keys } = catalogueOf([[testRun('a', { metrics: { x: 'NaN' } }), testRun('b', { metrics: { x: 'NaN' } })]]);
  assert.equal(keys.get('metrics.x')?.differs, false);
});

test("MLflow's own tags are no columns", () => {
  const { keys } = catalogueOf([[testRun('a', { tags: { 'mlflow.user': 'ada', team: 'growth' } })]]);
  assert.deepEqual([...keys.keys()], ['tags.team']);
});
