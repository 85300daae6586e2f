// A run as the pages use it: the wire's lists turned into tables by key.

import type { RunInfo, WireDataset, WireNumber, WireRun } from './types.ts';

export interface Metric {
  value: number;
  step: number;
  timestamp: number;
}

export interface Run {
  id: string;
  info: RunInfo;
  metrics: ReadonlyMap<string, Metric>;
  params: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  datasets: readonly WireDataset[];
}

// The greatest double stands for infinity in MLflow's database.
const kInfinity = 1.7976931348623157e308;

export function numberOf(wire: WireNumber): number {
  const value = typeof wire === 'number' ? wire : Number(wire);
  if (Math.abs(value) >= kInfinity) return value > 0 ? Infinity : -Infinity;
  return value;
}

export function runOf(wire: WireRun): Run {
  const { metrics = [], params = [], tags = [] } = wire.data ?? {};
  return {
    id: wire.info.run_id,
    info: wire.info,
    metrics: new Map(
      metrics.map(({ key, value, step = 0, timestamp }) => [key, { value: numberOf(value), step, timestamp }]),
    ),
    params: new Map(params.map(({ key, value }) => [key, value])),
    tags: new Map(tags.map(({ key, value }) => [key, value])),
    datasets: wire.inputs?.dataset_inputs ?? [],
  };
}

/** A run's end, or undefined while it runs. */
export function isLive(info: RunInfo): boolean {
  return info.status === 'RUNNING' || info.status === 'SCHEDULED';
}
