// The rows of the table: runs as they come, child runs folded under their parents, or runs in groups.

import type { Run } from '../api/run.ts';
import { cellValue, columnName } from './column.ts';
import { oncePerPage, type Pages } from './pages.ts';
import type { ExperimentView } from './view.ts';

export interface RunRow {
  kind: 'run';
  id: string;
  run: Run;
  depth: number;
  /** How many child runs can be folded under it. */
  children: number;
  open: boolean;
}

export interface GroupRow {
  kind: 'group';
  id: string;
  label: string;
  runs: Run[];
  open: boolean;
}

export type DisplayRow = RunRow | GroupRow;

export interface Arrangement {
  /** Columns whose values make the groups; none for no groups. */
  groupBy: readonly string[];
  /** Fold child runs under their parents. */
  nested: boolean;
  /** The rows that the reader opened, by id. */
  open: ReadonlySet<string>;
}

/** A search for the best runs wants them in its own order, wherever they belong. */
export function isNested({ table, filter, sort }: ExperimentView): boolean {
  return !table.flat && filter === '' && sort.column.startsWith('attributes.');
}

export const kDatasets = 'datasets';
const kParentTag = 'mlflow.parentRunId';

export function runsOf(row: DisplayRow): readonly Run[] {
  return row.kind === 'run' ? [row.run] : row.runs;
}

// A run's row stays the same object while the run does, and a page's rows while the page does: with 100,000 of them,
// each new page would make them all anew.
const kPlainRows = new WeakMap<Run, RunRow>();

function plainRow(run: Run): RunRow {
  let row = kPlainRows.get(run);
  if (!row) {
    row = { kind: 'run', id: run.id, run, depth: 0, children: 0, open: false };
    kPlainRows.set(run, row);
  }
  return row;
}

const plainPage = oncePerPage((page) => ({
  rows: page.map(plainRow),
  hasChildren: page.some((run) => run.tags.has(kParentTag)),
}));

function plainRows(pages: Pages): DisplayRow[] {
  return pages.flatMap((page) => plainPage(page).rows);
}

function nestedRows(pages: Pages, open: ReadonlySet<string>): DisplayRow[] {
  if (!pages.some((page) => plainPage(page).hasChildren)) return plainRows(pages);
  const runs = pages.flat();
  const loaded = new Set(runs.map((run) => run.id));
  const children = new Map<string, Run[]>();
  const roots: Run[] = [];
  for (const run of runs) {
    const parent = run.tags.get(kParentTag);
    // A child whose parent is not here stands for itself.
    if (parent && parent !== run.id && loaded.has(parent)) {
      const siblings = children.get(parent);
      if (siblings) siblings.push(run);
      else children.set(parent, [run]);
    } else {
      roots.push(run);
    }
  }
  const rows: DisplayRow[] = [];
  const add = (run: Run, depth: number) => {
    const own = children.get(run.id) ?? [];
    const isOpen = open.has(run.id);
    const plain = plainRow(run);
    rows.push(depth === 0 && own.length === 0 ? plain : { ...plain, depth, children: own.length, open: isOpen });
    if (isOpen) for (const child of own) add(child, depth + 1);
  };
  for (const run of roots) add(run, 0);
  return rows;
}

function groupValue(run: Run, id: string): string {
  if (id === kDatasets) return run.datasets.map(({ dataset }) => dataset.name).join(', ') || '(none)';
  const name = columnName(id);
  const value = name && cellValue(run, name);
  return value === undefined ? '(none)' : String(value);
}

/** "optimizer: adam · depth: 3" */
export function groupLabel(run: Run, groupBy: readonly string[]): string {
  return groupBy.map((id) => `${columnName(id)?.key ?? 'dataset'}: ${groupValue(run, id)}`).join(' · ');
}

export function groupRowId(label: string): string {
  return `group ${label}`;
}

function groupedRows(runs: readonly Run[], groupBy: readonly string[], open: ReadonlySet<string>): DisplayRow[] {
  // In the order in which the groups first appear: that of the runs decides that of the groups.
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const label = groupLabel(run, groupBy);
    const group = groups.get(label);
    if (group) group.push(run);
    else groups.set(label, [run]);
  }
  return [...groups].flatMap(([label, members]): DisplayRow[] => {
    const id = groupRowId(label);
    const isOpen = open.has(id);
    const head: GroupRow = { kind: 'group', id, label, runs: members, open: isOpen };
    return isOpen ? [head, ...members.map((run) => ({ ...plainRow(run), depth: 1 }))] : [head];
  });
}

/** The rows of runs that came in pages. */
export function displayRows(pages: Pages, { groupBy, nested, open }: Arrangement): DisplayRow[] {
  if (groupBy.length > 0) return groupedRows(pages.flat(), groupBy, open);
  return nested ? nestedRows(pages, open) : plainRows(pages);
}

export interface Aggregate {
  count: number;
  mean: number;
  deviation: number;
  min: number;
  max: number;
}

/** What a group's runs have on the whole; undefined if none has a value. NaN is left out. */
export function aggregateOf(runs: readonly Run[], valueIn: (run: Run) => number | undefined): Aggregate | undefined {
  let count = 0;
  let mean = 0;
  let squares = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const value = valueIn(run);
    if (value === undefined || Number.isNaN(value)) continue;
    // Welford: exact enough for values that are large and close together.
    count += 1;
    const step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (count === 0) return undefined;
  return { count, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, min, max };
}
