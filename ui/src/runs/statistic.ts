// Which of a metric's values a column shows. Kept in the view as a text: "max", "step 100".

import type { Summary } from '../api/cairn.ts';

/** Those for which a run's history has to be summed up. */
export type Summarized = { kind: 'max' | 'min' | 'mean' } | { kind: 'step'; step: number };
export type Statistic = { kind: 'last' } | Summarized;

export const kLast: Statistic = { kind: 'last' };

/** What stands beside the metric's name in a header; nothing for the last value. */
export function statisticMark(statistic: Statistic): string {
  if (statistic.kind === 'last') return '';
  return statistic.kind === 'step' ? `@${statistic.step}` : statistic.kind;
}

export function readStatistic(text: string | undefined): Statistic {
  if (text === 'max' || text === 'min' || text === 'mean') return { kind: text };
  const step = /^step (-?\d+)$/.exec(text ?? '')?.[1];
  return step === undefined ? kLast : { kind: 'step', step: Number(step) };
}

/** Nothing for the usual one, the last value. */
export function writeStatistic(statistic: Statistic): string | undefined {
  if (statistic.kind === 'last') return undefined;
  return statistic.kind === 'step' ? `step ${statistic.step}` : statistic.kind;
}

/** A metric in an order of the server: what a history says is written as a call (docs/api.md). */
export function orderName(metric: string, statistic: Statistic): string {
  if (statistic.kind === 'last') return metric;
  return statistic.kind === 'step' ? `at(${metric}, ${statistic.step})` : `${statistic.kind}(${metric})`;
}

export function statisticOf(summary: Summary, statistic: Summarized): number | undefined {
  return statistic.kind === 'step' ? summary.valueAtStep : summary[statistic.kind];
}
