// Runs side by side: one row for each thing that they have, and what tells them apart in it.

import type { Run } from '../api/run.ts';
import { isSystemMetric } from '../charts/sections.ts';
import { type ColumnKind, cellValue, columnId } from '../runs/column.ts';

export type Cell = string | number | undefined;

export interface CompareRow {
  id: string;
  kind: ColumnKind;
  key: string;
  cells: Cell[];
  differs: boolean;
  /** Of a metric: which way is better, and which runs have the best value. */
  better: Better | undefined;
  best: ReadonlySet<number>;
  /** Which runs are not as most are; all, where no value is that of most. */
  unusual: ReadonlySet<number>;
}

export type Better = 'higher' | 'lower';
/** Where the reader knows it better than the metric's name tells. */
export type Flipped = ReadonlySet<string>;

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const kLowerIsBetter =
  /loss|error|err$|mae|mse|mape|rmse|perplexity|latency|duration|time|wer$|cer$|fid$|entropy|regret/i;
const kNothing: Flipped = new Set();
const kDetails = ['status', 'start_time', 'duration', 'user_id', 'source', 'version', 'dataset'];

/** A guess from the name; most metrics are better when they are higher. */
export function betterOf(key: string, flipped: Flipped = kNothing): Better {
  return kLowerIsBetter.test(key) === flipped.has(key) ? 'higher' : 'lower';
}

const kNone: ReadonlySet<number> = new Set();

function bestOf(better: Better, cells: readonly Cell[]): ReadonlySet<number> {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number' && !Number.isNaN(cell));
  if (numbers.length < 2) return kNone;
  // Not Math.max(...numbers): hundreds of runs are too many arguments for some engines.
  const best = numbers.reduce((a, b) => ((better === 'lower') === b < a ? b : a));
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

function unusualOf(cells: readonly Cell[]): ReadonlySet<number> {
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (counts.size < 2) return kNone;
  const usual = [...counts].find(([, count]) => count > cells.length / 2);
  return new Set(cells.flatMap((cell, index) => (usual && Object.is(usual[0], cell) ? [] : [index])));
}

// What a machine was doing is neither good nor bad.
const hasBest = (kind: ColumnKind, key: string) => kind === 'metrics' && !isSystemMetric(key);

export function compareRows(runs: readonly Run[], kind: ColumnKind, flipped: Flipped = kNothing): CompareRow[] {
  const rows = keysOf(runs, kind).map((key) => {
    const cells = runs.map((run) => cellValue(run, { kind, key }));
    const better = hasBest(kind, key) ? betterOf(key, flipped) : undefined;
    return {
      id: columnId(kind, key),
      kind,
      key,
      cells,
      differs: cells.some((cell) => !Object.is(cell, cells[0])),
      better,
      best: better ? bestOf(better, cells) : kNone,
      unusual: kind === 'metrics' || cells.length < 2 ? kNone : unusualOf(cells),
    };
  });
  return rows.filter((row) => row.cells.some((cell) => cell !== undefined));
}
