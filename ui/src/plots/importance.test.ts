import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../runs/testing.ts';
import { correlationRatio, importances, ranks, spearman } from './importance.ts';

const near = (a: number | undefined, b: number) =>
  assert.ok(a !== undefined && Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('equal values share their rank', () => assert.deepEqual(ranks([10, 30, 20, 20]), [1, 4, 2.5, 2.5]));

test('the rank correlation sees order, not distance', () => {
  near(spearman([1, 2, 3, 4], [1, 10, 100, 1000]), 1);
  near(spearman([1, 2, 3, 4], [9, 7, 5, 1]), -1);
  near(spearman([1, 2, 3, 4], [5, 5, 5, 5]), 0);
  // By hand: ranks 1 2 3 4 5 against 2 1 4 3 5, 1 - 6·4/(5·24).
  near(spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]), 0.8);
});

test('words that decide the result have a ratio of one', () => {
  near(correlationRatio(['a', 'a', 'b', 'b'], [1, 1, 2, 2]), 1);
  near(correlationRatio(['a', 'b', 'a', 'b'], [1, 1, 2, 2]), 0);
});

test('parameters are ordered by how much they go with the metric', () => {
  const runs = [1, 2, 3, 4, 5, 6].map((value) =>
    testRun(String(value), {
      metrics: { auc: value },
      params: { depth: String(-value), opt: value > 3 ? 'adam' : 'sgd', same: '1', name: `run ${value}` },
    }),
  );
  const found = importances(runs, 'metrics.auc');
  assert.deepEqual(
    found.map(({ param }) => param),
    ['depth', 'opt'],
  );
  near(found[0]?.correlation, -1);
});
