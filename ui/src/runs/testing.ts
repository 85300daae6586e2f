// Runs for the unit tests.

import { type Run, runOf } from '../api/run.ts';
import type { RunInfo, WireNumber } from '../api/types.ts';

export function testRun(
  id: string,
  parts: {
    metrics?: Record<string, WireNumber>;
    params?: Record<string, string>;
    tags?: Record<string, string>;
    info?: Partial<RunInfo>;
  } = {},
): Run {
  const pairs = (record: Record<string, string> = {}) => Object.entries(record).map(([key, value]) => ({ key, value }));
  return runOf({
    info: {
      run_id: id,
      experiment_id: '1',
      run_name: `run-${id}`,
      status: 'FINISHED',
      start_time: 1000,
      end_time: 2000,
      lifecycle_stage: 'active',
      ...parts.info,
    },
    data: {
      metrics: Object.entries(parts.metrics ?? {}).map(([key, value]) => ({ key, value, timestamp: 1, step: 0 })),
      params: pairs(parts.params),
      tags: pairs(parts.tags),
    },
  });
}
