import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandsOf, filled } from './bands.ts';
import { prepare, type Series } from './prepare.ts';
import { kUsualCharts } from './settings.ts';

const curve = (id: string, group: string, steps: number[], values: number[]): Series => ({
  id,
  label: id,
  colour: '#112233',
  live: false,
  group,
  points: { steps, values, times: steps },
});

test('gaps lie on the line between their neighbours, ends stay empty', () => {
  assert.deepEqual(filled([undefined, 1, undefined, undefined, 7, undefined], [0, 1, 2, 3, 4, 5]), [
    undefined,
    1,
    3,
    5,
    7,
    undefined,
  ]);
});

test('distances count, not places', () => {
  assert.deepEqual(filled([0, undefined, 10], [0, 9, 10]), [0, 9, 10]);
});

test('a group is the mean of its curves, wherever they were logged', () => {
  const series = [
    curve('a', 'adam', [0, 2], [0, 4]),
    curve('b', 'adam', [0, 1, 2], [2, 4, 6]),
    curve('c', 'sgd', [0], [9]),
  ];
  const { series: groups, prepared } = bandsOf(series, prepare(series, kUsualCharts), String);
  assert.deepEqual(
    groups.map(({ label }) => label),
    ['adam (2)', 'sgd (1)'],
  );
  assert.deepEqual(prepared.lines[0], [1, 3, 5]);
  assert.ok(Math.abs(Number(prepared.low[0]?.[0]) - (1 - Math.SQRT2)) < 1e-12);
  assert.ok(Math.abs(Number(prepared.high[0]?.[0]) - (1 + Math.SQRT2)) < 1e-12);
  assert.equal(prepared.lines[1]?.[0], 9);
  assert.equal(prepared.low[1]?.[0], 9);
});
