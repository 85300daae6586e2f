import { csvOfRows } from '../state/csv.ts';
import type { Series } from './prepare.ts';

/** One row a point, so that series of different lengths fit in one file. */
export function csvOfSeries(series: readonly Series[]): string {
  return csvOfRows([
    ['run_id', 'run_name', 'step', 'time', 'value'],
    ...series.flatMap(({ id, label, points }) =>
      points.steps.map((step, at) => [
        id,
        label,
        step,
        new Date(points.times[at] ?? 0).toISOString(),
        points.values[at],
      ]),
    ),
  ]);
}
