import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare, type Series } from './prepare.ts';
import { kUsualCharts } from './settings.ts';
import { svgOf } from './svg-export.ts';

const series: Series[] = [
  {
    id: 'a',
    label: 'a < b & "c"',
    colour: '#123456',
    live: false,
    points: { steps: [0, 10], times: [0, 0], values: [0, 1] },
  },
];

const draw = (settings = kUsualCharts, range?: { min: number; max: number }) =>
  svgOf({ title: 'loss', series, prepared: prepare(series, settings), settings, range });

test('a curve goes from corner to corner of the frame', () => {
  assert.match(draw(), /<path d="M64\.0 440\.0L784\.0 36\.0" stroke="#123456"\/>/);
});

test('names cannot break the file', () => {
  assert.match(draw(), /a &lt; b &amp; &quot;c&quot;/);
  assert.doesNotMatch(draw(), /a < b/);
});

test('a zoomed chart is saved as it is seen', () => {
  const zoomed = draw(kUsualCharts, { min: 0, max: 5 });
  assert.match(zoomed, /<path d="M64\.0 [\d.]+L1504\.0 /);
});

test('a logarithmic chart leaves out what has no logarithm', () => {
  const svg = draw({ ...kUsualCharts, logY: true });
  assert.match(svg, /<path d="M784\.0 [\d.]+" stroke="#123456"\/>/);
  assert.doesNotMatch(svg, /NaN|Infinity/);
});
