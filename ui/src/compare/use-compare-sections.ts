import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import type { ColumnKind } from '../runs/column.ts';
import { type CompareRow, compareRows } from './compare.ts';

export interface CompareSection {
  kind: ColumnKind;
  title: string;
  rows: CompareRow[];
  /** Rows left out because all runs agree in them. */
  equal: number;
}

const kSections: [ColumnKind, string][] = [
  ['metrics', 'Metrics'],
  ['params', 'Parameters'],
  ['tags', 'Tags'],
  ['attributes', 'Details'],
];

export function useCompareSections(runs: readonly Run[], onlyDiffering: boolean): CompareSection[] {
  return useMemo(
    () =>
      kSections.flatMap(([kind, title]): CompareSection[] => {
        const all = compareRows(runs, kind);
        const rows = onlyDiffering ? all.filter((row) => row.differs) : all;
        return all.length > 0 ? [{ kind, title, rows, equal: all.length - rows.length }] : [];
      }),
    [runs, onlyDiffering],
  );
}
