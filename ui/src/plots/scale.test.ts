import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../runs/testing.ts';
import { niceTicks, scaleOf } from './scale.ts';

test('ticks are round numbers inside the range', () => {
  assert.deepEqual(niceTicks(0, 1, 5), [0, 0.5, 1]);
  assert.deepEqual(niceTicks(0, 0.3, 7), [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
  assert.deepEqual(niceTicks(0.13, 0.61, 5), [0.2, 0.4, 0.6]);
  assert.deepEqual(niceTicks(5, 5, 5), [5]);
});

test('numbers lie on a line, over powers of ten if they span many', () => {
  const runs = ['0.0001', '0.01', '1'].map((lr, index) => testRun(String(index), { params: { lr } }));
  const { place, numeric, ticks } = scaleOf(runs, 'params.lr');
  assert.equal(numeric, true);
  assert.deepEqual(runs.map(place), [0, 0.5, 1]);
  assert.deepEqual(
    ticks.map(({ label }) => label),
    ['0.0001', '0.01', '1'],
  );
});

test('words stand side by side, and a run without a value has no place', () => {
  const runs = [testRun('1', { params: { opt: 'sgd' } }), testRun('2', { params: { opt: 'adam' } }), testRun('3')];
  const { place, numeric } = scaleOf(runs, 'params.opt');
  assert.equal(numeric, false);
  assert.deepEqual(runs.map(place), [1, 0, undefined]);
});
