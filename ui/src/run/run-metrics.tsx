import type { Run } from '../api/run.ts';
import { isSystemMetric } from '../charts/sections.ts';
import { formatNumber } from '../runs/number.ts';
import { KeyTable } from '../ui/key-table.tsx';
import { sorted } from './sorted.ts';

/** The last values of what was measured of the model; those of the machine have a page of their own. */
export function RunMetrics({ title, run }: { title: string; run: Run }) {
  const metrics = sorted(run.metrics).filter(([key]) => !isSystemMetric(key));
  return (
    <KeyTable
      title={title}
      rows={metrics.map(([key, { value, step }]) => ({
        key,
        value: formatNumber(value),
        exact: String(value),
        detail: `step ${step}`,
      }))}
      empty="No metrics logged"
      numeric
    />
  );
}
