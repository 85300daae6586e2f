import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Run } from '../api/run.ts';
import { type DisplayRow, displayRows, isNested } from './rows.ts';
import type { ExperimentView } from './view.ts';

// Groups over a part of the runs would mislead: the rest is fetched, up to here.
const kMostGrouped = 5_000;

interface Loaded {
  runs: readonly Run[];
  hasMore: boolean;
  onNeedMore: () => void;
}

/** The table's rows out of the loaded runs, and which of them are open. */
export function useRows(view: ExperimentView, { runs, hasMore, onNeedMore }: Loaded) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { groupBy } = view.table;
  const nested = isNested(view);
  const rows = useMemo(() => displayRows(runs, { groupBy, nested, open }), [runs, groupBy, nested, open]);

  const incomplete = groupBy.length > 0 && hasMore;
  useEffect(() => {
    if (incomplete && runs.length < kMostGrouped) onNeedMore();
  }, [incomplete, runs.length, onNeedMore]);

  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const folding = useMemo(() => rows.some(isFoldable), [rows]);
  return { rows, folding, toggle, groupedPart: incomplete && runs.length >= kMostGrouped };
}

function isFoldable(row: DisplayRow): boolean {
  return row.kind === 'group' || row.children > 0;
}
