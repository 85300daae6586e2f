// Which metrics, params and tags the loaded runs have, and which of them tell the runs apart.

import type { Run } from '../api/run.ts';
import { type ColumnKind, columnId } from './column.ts';
import { oncePerPage, type Pages } from './pages.ts';

export interface KeySummary {
  kind: ColumnKind;
  key: string;
  /** How many runs have it. */
  count: number;
  /** The first value seen, and whether another one was. */
  value: string | number;
  differs: boolean;
  /** The longest value, in characters, as far as a column cares. */
  length: number;
}

export interface Catalogue {
  runs: number;
  keys: ReadonlyMap<string, KeySummary>;
}

const kLengthCap = 24;

function note(keys: Map<string, KeySummary>, kind: ColumnKind, key: string, value: string | number): void {
  const id = columnId(kind, key);
  const known = keys.get(id);
  const length = typeof value === 'string' ? Math.min(value.length, kLengthCap) : 0;
  if (!known) {
    keys.set(id, { kind, key, count: 1, value, differs: false, length });
    return;
  }
  known.count += 1;
  known.differs ||= !Object.is(known.value, value);
  if (length > known.length) known.length = length;
}

function catalogueOfPage(runs: readonly Run[]): Catalogue {
  const keys = new Map<string, KeySummary>();
  for (const run of runs) {
    for (const [key, { value }] of run.metrics) note(keys, 'metrics', key, value);
    for (const [key, value] of run.params) note(keys, 'params', key, value);
    for (const [key, value] of run.tags) if (!key.startsWith('mlflow.')) note(keys, 'tags', key, value);
  }
  return { runs: runs.length, keys };
}

const summed = oncePerPage(catalogueOfPage);

export function catalogueOf(pages: Pages): Catalogue {
  const keys = new Map<string, KeySummary>();
  let runs = 0;
  for (const page of pages) {
    const part = summed(page);
    runs += part.runs;
    for (const [id, summary] of part.keys) {
      const known = keys.get(id);
      if (!known) {
        keys.set(id, { ...summary });
        continue;
      }
      known.count += summary.count;
      known.differs ||= summary.differs || !Object.is(known.value, summary.value);
      known.length = Math.max(known.length, summary.length);
    }
  }
  return { runs, keys };
}

/** Whether the runs can be told apart by it: its values differ, or some runs lack it. */
export function tellsApart(summary: KeySummary, runs: number): boolean {
  return summary.differs || summary.count < runs;
}
