import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparklinePath } from './sparkline-path.ts';

const points = (...values: number[]) => ({ values, steps: values.map((_, step) => step), times: [] });

test('a curve fills its box, the largest value at the top', () => {
  assert.equal(sparklinePath(points(0, 10, 5), 60, 16), 'M0.0 16.0L30.0 0.0L60.0 8.0');
});

test('a constant is a line, and what is no number is left out', () => {
  assert.equal(sparklinePath(points(3, Number.NaN, 3), 60, 16), 'M0.0 16.0L60.0 16.0');
});

test('one point is no curve', () => assert.equal(sparklinePath(points(3), 60, 16), undefined));
