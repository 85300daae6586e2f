import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Pages } from './pages.ts';
import { type DisplayRow, displayRows, isNested } from './rows.ts';
import type { ExperimentView } from './view.ts';

// Groups over a part of the runs would mislead: the rest is fetched, up to here.
const kMostGrouped = 5_000;

interface Loaded {
  pages: Pages;
  hasMore: boolean;
  onNeedMore: () => void;
}

/** The table's rows out of the loaded runs, and which of them are open. */
export function useRows(view: ExperimentView, { pages, hasMore, onNeedMore }: Loaded) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { groupBy } = view.table;
  const nested = isNested(view);
  const rows = useMemo(() => displayRows(pages, { groupBy, nested, open }), [pages, groupBy, nested, open]);

  const incomplete = groupBy.length > 0 && hasMore;
  const loaded = useMemo(() => pages.reduce((sum, page) => sum + page.length, 0), [pages]);
  useEffect(() => {
    if (incomplete && loaded < kMostGrouped) onNeedMore();
  }, [incomplete, loaded, onNeedMore]);

  const toggle = useCallback((id: string) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const folding = useMemo(() => rows.some(isFoldable), [rows]);
  return { rows, folding, toggle, groupedPart: incomplete && loaded >= kMostGrouped };
}

function isFoldable(row: DisplayRow): boolean {
  return row.kind === 'group' || row.children > 0;
}
