import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelLines, surfaceOf } from './contour.ts';

const corners = [
  { x: 0, y: 0, value: 0 },
  { x: 1, y: 0, value: 1 },
  { x: 0, y: 1, value: 0 },
  { x: 1, y: 1, value: 1 },
];

test('the surface goes through its samples and stays between them', () => {
  const { heights, columns, rows } = surfaceOf(corners, 11, 11);
  assert.equal(heights[0], 0);
  assert.equal(heights[columns - 1], 1);
  assert.ok(Math.abs((heights[5 * columns + 5] ?? 0) - 0.5) < 1e-12);
  assert.equal(heights.length, columns * rows);
  for (const height of heights) assert.ok(height >= 0 && height <= 1);
});

test('a level is crossed where the surface has its height', () => {
  const lines = levelLines(surfaceOf(corners, 11, 11), 0.5);
  assert.ok(lines.length >= 10);
  for (const [x1, , x2] of lines) {
    assert.ok(Math.abs(x1 - 0.5) < 0.06, `${x1}`);
    assert.ok(Math.abs(x2 - 0.5) < 0.06, `${x2}`);
  }
  assert.deepEqual(levelLines(surfaceOf(corners, 11, 11), 2), []);
});

test('a saddle has two lines in its cell', () => {
  const saddle = { columns: 2, rows: 2, heights: Float64Array.from([1, 0, 0, 1]) };
  assert.equal(levelLines(saddle, 0.5).length, 2);
});
