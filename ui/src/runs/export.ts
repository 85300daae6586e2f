// Runs as files: every metric, parameter and tag that any of them has, whatever the table shows.

import type { Run } from '../api/run.ts';
import { csvOfRows } from '../state/csv.ts';

const natural = new Intl.Collator('en', { numeric: true });

function keysOf(runs: readonly Run[], part: (run: Run) => ReadonlyMap<string, unknown>): string[] {
  const keys = new Set<string>();
  for (const run of runs) for (const key of part(run).keys()) keys.add(key);
  return [...keys].sort(natural.compare);
}

function time(milliseconds: number | undefined): string {
  return milliseconds ? new Date(milliseconds).toISOString() : '';
}

export function csvOf(runs: readonly Run[]): string {
  const metrics = keysOf(runs, (run) => run.metrics);
  const params = keysOf(runs, (run) => run.params);
  const tags = keysOf(runs, (run) => run.tags);
  const header = [
    ...['run_id', 'run_name', 'experiment_id', 'status', 'start_time', 'end_time'],
    ...metrics.map((key) => `metrics.${key}`),
    ...params.map((key) => `params.${key}`),
    ...tags.map((key) => `tags.${key}`),
  ];
  const rows = runs.map((run) => [
    ...[run.id, run.info.run_name, run.info.experiment_id, run.info.status],
    ...[time(run.info.start_time), time(run.info.end_time)],
    ...metrics.map((key) => run.metrics.get(key)?.value),
    ...params.map((key) => run.params.get(key)),
    ...tags.map((key) => run.tags.get(key)),
  ]);
  return csvOfRows([header, ...rows]);
}

export function jsonOf(runs: readonly Run[]): string {
  const plain = runs.map((run) => ({
    ...run.info,
    // JSON has no NaN and no infinity: they go as the API's own words for them.
    metrics: Object.fromEntries(
      [...run.metrics].map(([key, { value }]) => [key, Number.isFinite(value) ? value : String(value)]),
    ),
    params: Object.fromEntries(run.params),
    tags: Object.fromEntries(run.tags),
    datasets: run.datasets,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
