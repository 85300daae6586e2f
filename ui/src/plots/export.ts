import type { Run } from '../api/run.ts';
import { csvOfRows } from '../state/csv.ts';
import { rawValue } from './scale.ts';

/** What a chart across runs draws: one row a run, one column a column. */
export function csvOfColumns(runs: readonly Run[], columns: readonly string[]): string {
  return csvOfRows([
    ['run_id', 'run_name', ...columns],
    ...runs.map((run) => [run.id, run.info.run_name, ...columns.map((id) => rawValue(run, id))]),
  ]);
}
