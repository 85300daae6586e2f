import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsInSight, firstWindow, offsetsOf, rowsInSight } from './window.ts';

test('the rows in sight and a margin are drawn', () => {
  assert.deepEqual(rowsInSight(0, 300, 30, 100_000), { start: 0, end: 28 });
  const middle = rowsInSight(1_500_000, 600, 30, 100_000);
  assert.ok(middle.start <= 50_000 - 8 && middle.end >= 50_020 + 8);
  assert.ok(middle.end - middle.start < 80);
});

test('the window does not change at each pixel', () => {
  assert.deepEqual(rowsInSight(1000, 600, 30, 1000), rowsInSight(1007, 600, 30, 1000));
});

test('the window never leaves the table', () => {
  assert.deepEqual(rowsInSight(0, 600, 30, 3), { start: 0, end: 3 });
  assert.deepEqual(rowsInSight(9000, 600, 30, 5), { start: 5, end: 5 });
});

test('columns outside the width are not drawn', () => {
  const offsets = offsetsOf(Array(100).fill(100));
  assert.deepEqual(columnsInSight(0, 500, offsets), { start: 0, end: 7 });
  assert.deepEqual(columnsInSight(5000, 500, offsets), { start: 47, end: 57 });
  assert.deepEqual(columnsInSight(9500, 500, offsets), { start: 92, end: 100 });
});

test('before it is measured, a table draws what a window could show', () => {
  const offsets = offsetsOf(Array(100).fill(100));
  assert.deepEqual(firstWindow(950, 900, 30, offsets), { rows: { start: 0, end: 30 }, columns: { start: 0, end: 10 } });
  assert.deepEqual(firstWindow(950, 900, 30, [0]).columns, { start: 0, end: 0 });
  assert.deepEqual(firstWindow(-10, 900, 30, offsets).columns, { start: 0, end: 0 });
});

test('a table without columns has none in sight', () =>
  assert.deepEqual(columnsInSight(0, 500, [0]), { start: 0, end: 0 }));
