import { type RefObject, useEffect, useState } from 'react';
import { watchScroller } from '../../ui/watch-scroller.ts';
import { columnsInSight, firstWindow, rowsInSight, sameWindow, type Window } from './window.ts';

interface Shape {
  rowCount: number;
  rowHeight: number;
  /** Where the scrolling columns start, from the first of them. */
  offsets: readonly number[];
  /** What the pinned columns take of the width. */
  pinnedWidth: number;
}

/** The part of the table to draw. Changes only when another row or column must be. */
export function useWindow(scroller: RefObject<HTMLElement | null>, shape: Shape): Window {
  const { rowCount, rowHeight, offsets, pinnedWidth } = shape;
  const [drawn, setDrawn] = useState(() =>
    firstWindow(window.innerWidth - pinnedWidth, window.innerHeight, rowHeight, offsets),
  );

  // After the first rows stand: to measure is to wait for the layout.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const next = {
        rows: rowsInSight(element.scrollTop, element.clientHeight, rowHeight, rowCount),
        columns: columnsInSight(element.scrollLeft, Math.max(0, element.clientWidth - pinnedWidth), offsets),
      };
      setDrawn((now) => (sameWindow(now, next) ? now : next));
    };
    return watchScroller(element, measure);
  }, [scroller, rowCount, rowHeight, offsets, pinnedWidth]);

  // The shape may have shrunk since the window was measured.
  return {
    rows: { start: Math.min(drawn.rows.start, rowCount), end: Math.min(drawn.rows.end, rowCount) },
    columns: {
      start: Math.min(drawn.columns.start, offsets.length - 1),
      end: Math.min(drawn.columns.end, offsets.length - 1),
    },
  };
}
