// What cairn's server can tell beyond MLflow's API: docs/api.md.

import { postCairn } from './http.ts';
import { numberOf } from './run.ts';
import type { WireNumber } from './types.ts';

export interface Activity {
  experiment_id: string;
  runs: number;
  running: number;
  last_activity?: number;
}

export async function experimentActivity(ids: string[], signal?: AbortSignal): Promise<Map<string, Activity>> {
  const answer = await postCairn<{ experiments?: Activity[] }>('experiments/activity', { experiment_ids: ids }, signal);
  return new Map((answer.experiments ?? []).map((each) => [each.experiment_id, each]));
}

/** The metrics, parameters and tags of the runs of experiments, at most so many of each. */
export interface RunKeys {
  metrics?: string[];
  params?: string[];
  tags?: string[];
}

const kMostWords = 100;

export const runKeys = (experiments: readonly string[], contains: string, signal?: AbortSignal) =>
  postCairn<RunKeys>('runs/keys', { experiment_ids: experiments, contains, max_results: kMostWords }, signal);

export interface RunValue {
  value: string;
  runs: number;
}

/** What the runs of experiments have as a parameter, tag, attribute or of their datasets, most frequent first. */
export async function runValues(
  experiments: readonly string[],
  { kind, key, contains }: { kind: string; key: string; contains: string },
  signal?: AbortSignal,
): Promise<RunValue[]> {
  const answer = await postCairn<{ values?: RunValue[] }>(
    'runs/values',
    { experiment_ids: experiments, entity: kind, key, contains, max_results: kMostWords },
    signal,
  );
  return answer.values ?? [];
}

export interface Summary {
  count: number;
  min: number | undefined;
  max: number | undefined;
  mean: number | undefined;
  /** The last value at the step asked for or before it. */
  valueAtStep: number | undefined;
}

interface WireSummary {
  run_id: string;
  count: number;
  min?: WireNumber;
  max?: WireNumber;
  mean?: WireNumber;
  value_at_step?: WireNumber;
}

/** One metric of many runs in a few numbers, by run. */
export async function metricSummaries(
  runs: readonly string[],
  key: string,
  step?: number,
): Promise<Map<string, Summary>> {
  const answer = await postCairn<{ summaries?: WireSummary[] }>('metrics/summaries', {
    run_ids: runs,
    metric_keys: [key],
    step,
  });
  const maybe = (wire: WireNumber | undefined) => (wire === undefined ? undefined : numberOf(wire));
  return new Map(
    (answer.summaries ?? []).map(({ run_id, count, min, max, mean, value_at_step }) => [
      run_id,
      { count, min: maybe(min), max: maybe(max), mean: maybe(mean), valueAtStep: maybe(value_at_step) },
    ]),
  );
}
