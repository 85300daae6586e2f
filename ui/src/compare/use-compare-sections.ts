import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { isSystemMetric } from '../charts/sections.ts';
import type { ColumnKind } from '../runs/column.ts';
import { type CompareRow, compareRows, type Flipped } from './compare.ts';

export interface CompareSection {
  id: string;
  title: string;
  rows: CompareRow[];
  /** Rows left out because all runs agree in them. */
  equal: number;
}

interface Kind {
  id: string;
  kind: ColumnKind;
  title: string;
  has?: (row: CompareRow) => boolean;
}

const kKinds: Kind[] = [
  { id: 'metrics', kind: 'metrics', title: 'Metrics', has: ({ key }) => !isSystemMetric(key) },
  { id: 'params', kind: 'params', title: 'Parameters' },
  { id: 'tags', kind: 'tags', title: 'Tags' },
  { id: 'attributes', kind: 'attributes', title: 'Details' },
  { id: 'system', kind: 'metrics', title: 'System metrics', has: ({ key }) => isSystemMetric(key) },
];

export function useCompareSections(runs: readonly Run[], onlyDiffering: boolean, flipped: Flipped): CompareSection[] {
  return useMemo(
    () =>
      kKinds.flatMap(({ id, kind, title, has }): CompareSection[] => {
        const all = compareRows(runs, kind, flipped).filter((row) => !has || has(row));
        const rows = onlyDiffering ? all.filter((row) => row.differs) : all;
        return all.length > 0 ? [{ id, title, rows, equal: all.length - rows.length }] : [];
      }),
    [runs, onlyDiffering, flipped],
  );
}
