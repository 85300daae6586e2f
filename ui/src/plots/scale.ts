// Where the value of a column lies between 0 and 1, over some runs. Numbers on a line, words side by side.

import type { Run } from '../api/run.ts';
import { cellValue, columnName } from '../runs/column.ts';

export interface Tick {
  at: number;
  label: string;
}

export interface Scale {
  /** 0 to 1, or nothing for a run without a value. */
  place: (run: Run) => number | undefined;
  ticks: Tick[];
  numeric: boolean;
}

const kTicks = 7;
/** So few different numbers are marked themselves. */
const kFewNumbers = 6;
/** Learning rates and the like are spread over powers of ten. */
const kLogarithmicFrom = 20;
const kMostWords = 24;
const natural = new Intl.Collator('en', { numeric: true });

export function rawValue(run: Run, id: string): string | number | undefined {
  const name = columnName(id);
  return name && cellValue(run, name);
}

/** A parameter's text as a number where it is one. */
export function numericValue(run: Run, id: string): number | undefined {
  const value = rawValue(run, id);
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(min: number, max: number, count: number): number[] {
  const rough = (max - min) / Math.max(1, count - 1);
  if (!(rough > 0)) return [min];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => power * factor >= rough) ?? 10);
  const ticks: number[] = [];
  // Counted, not added up: sums of fractions drift.
  for (let index = Math.ceil(min / step); index * step <= max + step * 1e-9; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

function numberScale(numbers: ReadonlyMap<Run, number>): Scale {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of numbers.values()) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const logarithmic = min > 0 && max / min >= kLogarithmicFrom;
  const to = logarithmic ? Math.log10 : (value: number) => value;
  const [low, high] = [to(min), to(max)];
  const share = (value: number) => (high > low ? (to(value) - low) / (high - low) : 0.5);
  const different = [...new Set(numbers.values())];
  const values =
    different.length <= kFewNumbers
      ? different.sort((a, b) => a - b)
      : logarithmic
        ? powersOfTen(min, max)
        : niceTicks(min, max, kTicks);
  return {
    numeric: true,
    place: (run) => {
      const value = numbers.get(run);
      return value === undefined ? undefined : share(value);
    },
    ticks: values.map((value) => ({ at: share(value), label: shortNumber(value) })),
  };
}

function powersOfTen(min: number, max: number): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(min)); power <= Math.floor(Math.log10(max)); power++) powers.push(10 ** power);
  return powers.length >= 2 ? powers : [min, max];
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function wordScale(runs: readonly Run[], id: string): Scale {
  const found = new Set<string>();
  for (const run of runs) {
    const value = rawValue(run, id);
    if (value !== undefined) found.add(String(value));
  }
  const words = [...found].sort(natural.compare);
  const share = new Map(words.map((word, index) => [word, words.length > 1 ? index / (words.length - 1) : 0.5]));
  const every = Math.ceil(words.length / kMostWords);
  return {
    numeric: false,
    place: (run) => {
      const value = rawValue(run, id);
      return value === undefined ? undefined : share.get(String(value));
    },
    ticks: words.filter((_, index) => index % every === 0).map((word) => ({ at: share.get(word) ?? 0, label: word })),
  };
}

export function scaleOf(runs: readonly Run[], id: string): Scale {
  const numbers = new Map<Run, number>();
  let others = 0;
  for (const run of runs) {
    const number = numericValue(run, id);
    if (number !== undefined) numbers.set(run, number);
    else if (rawValue(run, id) !== undefined && !Number.isNaN(rawValue(run, id))) others += 1;
  }
  return others === 0 && numbers.size > 0 ? numberScale(numbers) : wordScale(runs, id);
}
