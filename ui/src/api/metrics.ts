import { get } from './http.ts';
import { numberOf } from './run.ts';
import type { WireNumber } from './types.ts';

/** A metric's history as columns, in order of step. */
export interface Points {
  steps: number[];
  times: number[];
  values: number[];
}

export interface StepRange {
  from: number;
  to: number;
}

interface WirePoint {
  run_id: string;
  value: WireNumber;
  timestamp: number;
  step?: number;
}

// The server's limits for one request.
const kMaxRuns = 100;
const kMaxPoints = 2_500;

async function historiesOf(runs: string[], key: string, limit: number, range?: StepRange, signal?: AbortSignal) {
  const answer = await get<{ metrics?: WirePoint[] }>(
    'metrics/get-history-bulk-interval',
    {
      run_ids: runs,
      metric_key: key,
      max_results: limit,
      start_step: range?.from,
      end_step: range?.to,
    },
    signal,
  );
  return answer.metrics ?? [];
}

/**
 * The histories of one metric in many runs, each thinned out by the server to at most `limit` points. Runs without the
 * metric are not in the answer.
 */
export async function metricHistories(
  runs: readonly string[],
  key: string,
  options: { limit: number; range?: StepRange | undefined },
  signal?: AbortSignal,
): Promise<Map<string, Points>> {
  const limit = Math.max(1, Math.min(kMaxPoints, Math.floor(options.limit)));
  const parts: Promise<WirePoint[]>[] = [];
  for (let at = 0; at < runs.length; at += kMaxRuns) {
    parts.push(historiesOf(runs.slice(at, at + kMaxRuns), key, limit, options.range, signal));
  }
  const histories = new Map<string, Points>();
  for (const point of (await Promise.all(parts)).flat()) {
    let points = histories.get(point.run_id);
    if (!points) {
      points = { steps: [], times: [], values: [] };
      histories.set(point.run_id, points);
    }
    points.steps.push(point.step ?? 0);
    points.times.push(point.timestamp);
    points.values.push(numberOf(point.value));
  }
  return histories;
}
