import { useCallback, useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';

export interface Selection {
  ids: ReadonlySet<string>;
  count: number;
  has: (id: string) => boolean;
  /** Turns a row over; with `range`, selects all between it and the row before. */
  toggle: (index: number, range: boolean) => void;
  setAll: (selected: boolean) => void;
}

const kNone: ReadonlySet<string> = new Set();

/** The selected runs among those loaded; a run that leaves the list leaves the selection. */
export function useSelection(runs: readonly Run[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(kNone);
  const anchor = useRef(0);

  const ids = useMemo(() => {
    if (chosen.size === 0) return kNone;
    return new Set(runs.filter((run) => chosen.has(run.id)).map((run) => run.id));
  }, [chosen, runs]);

  const toggle = useCallback(
    (index: number, range: boolean) => {
      const [from, to] = range ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index];
      if (!range) anchor.current = index;
      setChosen((before) => {
        const next = new Set(before);
        for (const { id } of runs.slice(from, to + 1)) {
          if (range || !next.delete(id)) next.add(id);
        }
        return next;
      });
    },
    [runs],
  );

  const setAll = useCallback(
    (selected: boolean) => setChosen(selected ? new Set(runs.map((run) => run.id)) : kNone),
    [runs],
  );

  return useMemo(
    () => ({ ids, count: ids.size, has: (id: string) => ids.has(id), toggle, setAll }),
    [ids, toggle, setAll],
  );
}
