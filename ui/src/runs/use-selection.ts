import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import { type DisplayRow, runsOf } from './rows.ts';

export interface Selection {
  ids: ReadonlySet<string>;
  count: number;
  has: (id: string) => boolean;
  /** Turns a row over, a group as a whole; with `range`, selects all between it and the row before. */
  toggle: (index: number, range: boolean) => void;
  setAll: (selected: boolean) => void;
}

const kNone: ReadonlySet<string> = new Set();

/** The selected runs among those loaded; a run that leaves the list leaves the selection. */
export function useSelection(runs: readonly Run[], rows: readonly DisplayRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(kNone);
  const [listed, setListed] = useState(runs);
  const anchor = useRef(0);
  if (listed !== runs) {
    setListed(runs);
    if (ids.size > 0) setIds(new Set(runs.filter((run) => ids.has(run.id)).map((run) => run.id)));
  }

  // Every row holds on to it: it must not be another with each page.
  const rowsNow = useRef(rows);
  useLayoutEffect(() => {
    rowsNow.current = rows;
  }, [rows]);
  const toggle = useCallback((index: number, range: boolean) => {
    const [from, to] = range ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index];
    if (!range) anchor.current = index;
    const touched = rowsNow.current.slice(from, to + 1).flatMap((row) => runsOf(row).map((run) => run.id));
    setIds((before) => {
      const next = new Set(before);
      const add = range || touched.some((id) => !before.has(id));
      for (const id of touched) {
        if (add) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);

  const setAll = useCallback(
    (selected: boolean) => setIds(selected ? new Set(runs.map((run) => run.id)) : kNone),
    [runs],
  );

  return useMemo(
    () => ({ ids, count: ids.size, has: (id: string) => ids.has(id), toggle, setAll }),
    [ids, toggle, setAll],
  );
}
