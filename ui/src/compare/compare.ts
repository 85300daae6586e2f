// Runs side by side: one row for each thing that they have, and what tells them apart in it.

import type { Run } from '../api/run.ts';
import { type ColumnKind, cellValue, columnId } from '../runs/column.ts';

export type Cell = string | number | undefined;

export interface CompareRow {
  id: string;
  kind: ColumnKind;
  key: string;
  cells: Cell[];
  differs: boolean;
  /** Which runs have the best value of a metric. */
  best: ReadonlySet<number>;
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const kLowerIsBetter =
  /loss|error|err$|mae|mse|mape|rmse|perplexity|latency|duration|time|wer$|cer$|fid$|entropy|regret/i;
const kDetails = ['status', 'start_time', 'duration', 'user_id', 'source', 'version', 'dataset'];

/** A guess from the name; most metrics are better when they are higher. */
export function isLowerBetter(key: string): boolean {
  return kLowerIsBetter.test(key);
}

const kNone: ReadonlySet<number> = new Set();

function bestOf(key: string, cells: readonly Cell[]): ReadonlySet<number> {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number' && !Number.isNaN(cell));
  if (numbers.length < 2) return kNone;
  // Not Math.max(...numbers): hundreds of runs are too many arguments for some engines.
  const best = numbers.reduce((a, b) => (isLowerBetter(key) === b < a ? b : a));
  if (numbers.every((each) => each === best)) return kNone;
  return new Set(cells.flatMap((cell, index) => (cell === best ? [index] : [])));
}

function keysOf(runs: readonly Run[], kind: ColumnKind): string[] {
  if (kind === 'attributes') return kDetails;
  const keys = new Set<string>();
  for (const run of runs) {
    for (const key of run[kind].keys()) if (kind !== 'tags' || !key.startsWith('mlflow.')) keys.add(key);
  }
  return [...keys].sort(natural.compare);
}

export function compareRows(runs: readonly Run[], kind: ColumnKind): CompareRow[] {
  const rows = keysOf(runs, kind).map((key) => {
    const cells = runs.map((run) => cellValue(run, { kind, key }));
    return {
      id: columnId(kind, key),
      kind,
      key,
      cells,
      differs: cells.some((cell) => !Object.is(cell, cells[0])),
      best: kind === 'metrics' ? bestOf(key, cells) : kNone,
    };
  });
  return rows.filter((row) => row.cells.some((cell) => cell !== undefined));
}
