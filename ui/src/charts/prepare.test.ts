import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastPlace, nearestPlace, prepare, type Series, smoothed, yRange } from './prepare.ts';
import { kUsualCharts, readCharts, writeCharts } from './settings.ts';

const series = (id: string, steps: number[], values: number[], start = 1000): Series => ({
  id,
  label: id,
  colour: 'red',
  live: false,
  points: { steps, values, times: steps.map((step) => start + step * 1000) },
});

test('series with different steps share one axis', () => {
  const { xs, lines } = prepare([series('a', [0, 2, 4], [1, 2, 3]), series('b', [1, 2], [9, 8])], kUsualCharts);
  assert.deepEqual(xs, [0, 1, 2, 4]);
  assert.deepEqual(lines[0], [1, undefined, 2, 3]);
  assert.deepEqual(lines[1], [undefined, 9, 8, undefined]);
});

test('relative time starts each series at zero', () => {
  const { xs } = prepare([series('a', [0, 1], [1, 2], 5000), series('b', [0, 1], [1, 2], 90_000)], {
    ...kUsualCharts,
    x: 'relative',
  });
  assert.deepEqual(xs, [0, 1]);
});

test('points come in order of x, and the last of several at one x counts', () => {
  const { xs, lines } = prepare([series('a', [2, 0, 2], [5, 1, 7])], kUsualCharts);
  assert.deepEqual(xs, [0, 2]);
  assert.deepEqual(lines[0], [1, 7]);
});

test('what is no number is a gap', () => {
  const { lines } = prepare([series('a', [0, 1, 2], [1, Number.NaN, Number.POSITIVE_INFINITY])], kUsualCharts);
  assert.deepEqual(lines[0], [1, null, null]);
});

test('what was logged lies faint behind what was smoothed', () => {
  const { lines, faint } = prepare([series('a', [0, 1], [0, 10])], { ...kUsualCharts, smoothing: 0.5 });
  assert.deepEqual(faint[0], [0, 10]);
  assert.ok(Number(lines[0]?.[1]) < 10);
});

test('smoothing keeps the first value and a constant', () => {
  assert.equal(smoothed([4, 0, 0], 0.9)[0], 4);
  for (const value of smoothed([3, 3, 3, 3], 0.6)) assert.ok(Math.abs(value - 3) < 1e-12);
  assert.deepEqual(smoothed([1, 2], 0), [1, 2]);
});

test('smoothing pulls an outlier in', () => {
  const [, , peak] = smoothed([0, 0, 10, 0], 0.5);
  assert.ok(peak !== undefined && peak > 4 && peak < 7);
});

test('clipping leaves the outermost values out of the range', () => {
  const values = [...Array(99).fill(1), 1000];
  values[0] = -50;
  assert.deepEqual(yRange([values], 0, 99, false, false), { min: -50, max: 1000 });
  assert.deepEqual(yRange([values], 0, 99, true, false), { min: 1, max: 1 });
});

test('a logarithmic range has no zero and nothing below', () => {
  assert.deepEqual(yRange([[0, -1, 0.1, 5]], 0, 3, false, true), { min: 0.1, max: 5 });
  assert.equal(yRange([[0, -1]], 0, 1, false, true), undefined);
});

test('the nearest value is found within reach', () => {
  const column = [1, undefined, undefined, undefined, 5];
  assert.equal(nearestPlace(column, 1, 1), 0);
  assert.equal(nearestPlace(column, 3, 2), 4);
  assert.equal(nearestPlace(column, 2, 1), undefined);
  assert.equal(lastPlace([1, 2, undefined]), 1);
  assert.equal(lastPlace([]), -1);
});

test('settings survive the address, and damage does not survive', () => {
  const settings = { ...kUsualCharts, x: 'time' as const, smoothing: 0.6, hidden: ['loss'] };
  assert.deepEqual(readCharts(writeCharts(settings) ?? null), settings);
  assert.equal(writeCharts(kUsualCharts), undefined);
  assert.deepEqual(readCharts('{"x":"sideways","smoothing":7,"perRow":0}'), kUsualCharts);
  assert.deepEqual(readCharts('nonsense'), kUsualCharts);
});

test('what has no logarithm has no place on a logarithmic axis', () => {
  const curve = series('a', [0, 1, 10], [3, 2, 1]);
  const settings = { ...kUsualCharts, logX: true };
  assert.deepEqual(prepare([curve], settings).xs, [1, 10]);
  assert.deepEqual(prepare([curve], settings).lines, [[2, 1]]);
  // Points of time have none, whatever is chosen.
  assert.equal(prepare([curve], { ...settings, x: 'time' }).xs.length, 3);
});
