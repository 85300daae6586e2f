import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestOf } from './logged-models.ts';

test('of each metric and dataset the last point counts', () => {
  const point = (key: string, value: number, timestamp: number, step?: number, dataset_name?: string) => ({
    key,
    value,
    timestamp,
    ...(step !== undefined && { step }),
    ...(dataset_name !== undefined && { dataset_name }),
  });
  const found = latestOf([
    point('auc', 0.7, 2, 1),
    point('auc', 0.8, 2, 2),
    point('auc', 0.6, 1, 9),
    point('auc', 0.5, 1, 0, 'test'),
  ]);
  assert.deepEqual(
    found.map(({ value }) => value),
    [0.8, 0.5],
  );
});
