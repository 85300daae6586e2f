import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricColumns } from './metric-columns.ts';

const having = (...keys: string[]) => ({
  metrics: keys.map((key) => ({ key, value: 1, step: 0, dataset: undefined })),
});

test('the metrics that most models have come first, each once', () => {
  assert.deepEqual(metricColumns([having('b', 'a', 'a'), having('b')]), ['b', 'a']);
  assert.deepEqual(metricColumns([]), []);
  assert.equal(metricColumns([having(...'abcdefgh')]).length, 5);
});
