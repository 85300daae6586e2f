// Which parameters go with a metric: Spearman's rank correlation for numbers, and for words how much of the ranks'
// spread lies between the words (the correlation ratio). It says what moves together, not what causes what.

import type { Run } from '../api/run.ts';
import { columnId } from '../runs/column.ts';
import { numericValue, rawValue } from './scale.ts';

export interface Importance {
  param: string;
  /** -1 to 1 for numbers, 0 to 1 for words. */
  correlation: number;
  runs: number;
}

const kFewestRuns = 4;

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to++;
    const mean = (from + to) / 2 + 1;
    for (let at = from; at <= to; at++) result[order[at] ?? 0] = mean;
    from = to + 1;
  }
  return result;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function spearman(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranks(xs), ranks(ys)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, index) => {
    const [da, db] = [value - meanA, (b[index] ?? 0) - meanB];
    both += da * db;
    squaresA += da * da;
    squaresB += db * db;
  });
  return squaresA > 0 && squaresB > 0 ? both / Math.sqrt(squaresA * squaresB) : 0;
}

/** The square root of the share of the ranks' variance that lies between the groups. */
export function correlationRatio(groups: readonly string[], ys: readonly number[]): number {
  const ranked = ranks(ys);
  const overall = mean(ranked);
  const members = new Map<string, number[]>();
  ranked.forEach((rank, index) => {
    const group = groups[index] ?? '';
    const list = members.get(group);
    if (list) list.push(rank);
    else members.set(group, [rank]);
  });
  const total = ranked.reduce((sum, rank) => sum + (rank - overall) ** 2, 0);
  let between = 0;
  for (const list of members.values()) between += list.length * (mean(list) - overall) ** 2;
  return total > 0 ? Math.sqrt(between / total) : 0;
}

function importanceOf(runs: readonly Run[], param: string, metric: string): Importance | undefined {
  const id = columnId('params', param);
  const pairs = runs.flatMap((run) => {
    const value = rawValue(run, id);
    const result = numericValue(run, metric);
    return value === undefined || result === undefined ? [] : [{ run, value: String(value), result }];
  });
  const words = new Set(pairs.map(({ value }) => value));
  // Each run with a word of its own says nothing.
  if (pairs.length < kFewestRuns || words.size < 2) return undefined;
  const results = pairs.map(({ result }) => result);
  const numbers = pairs.map(({ run }) => numericValue(run, id));
  if (numbers.every((number) => number !== undefined)) {
    return { param, correlation: spearman(numbers, results), runs: pairs.length };
  }
  if (words.size === pairs.length) return undefined;
  const ratio = correlationRatio(
    pairs.map(({ value }) => value),
    results,
  );
  return { param, correlation: ratio, runs: pairs.length };
}

/** The strongest first. */
export function importances(runs: readonly Run[], metric: string): Importance[] {
  const params = new Set<string>();
  for (const run of runs) for (const key of run.params.keys()) params.add(key);
  return [...params]
    .flatMap((param) => importanceOf(runs, param, metric) ?? [])
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}
