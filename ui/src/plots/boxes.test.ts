import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, quantile } from './boxes.ts';

test('quartiles lie between the values around them', () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([1, 2, 3, 4], 0.25), 1.75);
  assert.equal(quantile([7], 0.75), 7);
});

test('what is far from the box is an outlier and not in its reach', () => {
  const box = boxOf('adam', [5, 1, 2, 3, 4, 100, Number.NaN]);
  assert.ok(box);
  assert.equal(box.count, 6);
  assert.equal(box.median, 3.5);
  assert.deepEqual([box.low, box.high], [1, 5]);
  assert.deepEqual(box.outliers, [100]);
});

test('nothing makes no box', () => {
  assert.equal(boxOf('none', []), undefined);
  assert.equal(boxOf('none', [Number.NaN]), undefined);
});
