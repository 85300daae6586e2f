// From histories to what a plot draws. Pure, so that it can be tested without a canvas.

import type { Points } from '../api/metrics.ts';
import { type ChartSettings, isLogX, type XAxis } from './settings.ts';

export interface Series {
  id: string;
  label: string;
  colour: string;
  /** Still being written: its end is marked. */
  live: boolean;
  /** The group that its run belongs to, if runs are grouped. */
  group?: string;
  points: Points;
}

export type Values = (number | null | undefined)[];

export interface Prepared {
  /** All places on the x axis, ascending. */
  xs: number[];
  /** For each line its value at each place, or nothing there. */
  lines: Values[];
  /** What lies faint behind the lines: the values before smoothing. */
  faint: Values[];
  /** The lower and upper edges of bands around the lines. */
  low: Values[];
  high: Values[];
}

/** Seconds for both kinds of time, as the plot wants them. */
export function xValues({ steps, times }: Points, x: XAxis): number[] {
  if (x === 'step') return steps;
  const start = x === 'relative' ? Math.min(...times) : 0;
  return times.map((time) => (time - start) / 1000);
}

/**
 * An exponential moving average that starts at the first value instead of zero, so that the beginning is not bent.
 * Points far apart weigh as if the gap were filled at the series' own pace.
 */
export function smoothed(values: readonly number[], amount: number): number[] {
  if (amount <= 0) return [...values];
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    sum = sum * amount + value * (1 - amount);
    weight = weight * amount + (1 - amount);
    return sum / weight;
  });
}

// A plot has no place for what is no number.
function drawable(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

interface Line {
  xs: number[];
  raw: number[];
  smooth: number[];
}

/** In order of x; of several points at one x the last counts. What has no logarithm has no place on such an axis. */
function lineOf({ points }: Series, settings: ChartSettings): Line {
  const xs = xValues(points, settings.x);
  const from = isLogX(settings) ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY;
  const order = xs
    .map((_, index) => index)
    .filter((index) => (xs[index] ?? 0) >= from)
    .sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  const raw = order.map((index) => points.values[index] ?? Number.NaN);
  return { xs: order.map((index) => xs[index] ?? 0), raw, smooth: smoothed(raw, settings.smoothing) };
}

export function prepare(series: readonly Series[], settings: ChartSettings): Prepared {
  const lines = series.map((each) => lineOf(each, settings));
  const places = new Set<number>();
  for (const { xs } of lines) for (const x of xs) places.add(x);
  const xs = [...places].sort((a, b) => a - b);
  const placeOf = new Map(xs.map((x, index) => [x, index]));
  const spread = (line: Line, values: number[]): Values => {
    const column: Values = new Array(xs.length).fill(undefined);
    line.xs.forEach((x, index) => {
      column[placeOf.get(x) ?? 0] = drawable(values[index] ?? Number.NaN);
    });
    return column;
  };
  const shown = lines.map((line) => spread(line, line.smooth));
  const faint = settings.smoothing > 0 ? lines.map((line) => spread(line, line.raw)) : [];
  return { xs, lines: shown, faint, low: [], high: [] };
}

const kClippedShare = 0.02;

/** The vertical range of what lies between two places; clipped, it leaves out the outermost values. */
export function yRange(columns: readonly Values[], from: number, to: number, clip: boolean, log: boolean) {
  const values: number[] = [];
  for (const column of columns) {
    for (let at = from; at <= to; at++) {
      const value = column[at];
      if (typeof value === 'number' && (!log || value > 0)) values.push(value);
    }
  }
  if (values.length === 0) return undefined;
  values.sort((a, b) => a - b);
  const cut = clip ? Math.floor(values.length * kClippedShare) : 0;
  const min = values[cut] ?? 0;
  const max = values[values.length - 1 - cut] ?? 0;
  return { min, max };
}

/** The place of the last point of a column, or -1. */
export function lastPlace(column: Values): number {
  for (let at = column.length - 1; at >= 0; at--) if (typeof column[at] === 'number') return at;
  return -1;
}

/** The place nearest to `at` where a column has a value, or undefined if it has none near. */
export function nearestPlace(column: Values, at: number, reach: number): number | undefined {
  for (let distance = 0; distance <= reach; distance++) {
    if (typeof column[at - distance] === 'number') return at - distance;
    if (typeof column[at + distance] === 'number') return at + distance;
  }
  return undefined;
}
