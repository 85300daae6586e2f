// What every row needs to know of the columns: which are pinned, which are in sight, and how wide it all is.

import type { Column } from '../columns.ts';
import type { TableView } from '../view.ts';
import type { Span } from './window.ts';
import { offsetsOf } from './window.ts';

export const kRunColumn = 'attributes.run_name';
export const kHeaderRows = 2;
export const kIndent = 14;

const kUsualRunWidth = 240;
const kNarrowRunWidth = 170;
/** The names of groups are longer than those of runs. */
const kGroupWidth = 300;

// On a phone the first metric should still be in sight.
export function runWidthOf(view: TableView): number {
  const chosen = view.widths[kRunColumn];
  if (chosen !== undefined) return chosen;
  if (window.innerWidth < 640) return kNarrowRunWidth;
  return view.groupBy.length > 0 ? kGroupWidth : kUsualRunWidth;
}

/** A column with its place: its index among all columns (0 is the run's own), and how wide and where its cells are. */
export interface PlacedColumn {
  column: Column;
  index: number;
  style: { width: number; left?: number };
}

export interface Layout {
  runWidth: number;
  pinned: PlacedColumn[];
  inSight: PlacedColumn[];
  /** The room that the columns before those in sight take. */
  before: number;
  pinnedWidth: number;
  totalWidth: number;
}

export interface Measures {
  pinned: Column[];
  scrolling: Column[];
  offsets: number[];
  pinnedWidth: number;
}

export function measure(columns: readonly Column[], runWidth: number): Measures {
  const pinned = columns.filter((column) => column.pinned);
  const scrolling = columns.filter((column) => !column.pinned);
  return {
    pinned,
    scrolling,
    offsets: offsetsOf(scrolling.map((column) => column.width)),
    pinnedWidth: pinned.reduce((sum, column) => sum + column.width, runWidth),
  };
}

export function layoutOf(measures: Measures, runWidth: number, span: Span): Layout {
  const { pinned, scrolling, offsets, pinnedWidth } = measures;
  let left = runWidth;
  return {
    runWidth,
    pinned: pinned.map((column, at) => {
      const placed = { column, index: at + 1, style: { width: column.width, left } };
      left += column.width;
      return placed;
    }),
    inSight: scrolling
      .slice(span.start, span.end)
      .map((column, at) => ({ column, index: pinned.length + span.start + at + 1, style: { width: column.width } })),
    before: offsets[span.start] ?? 0,
    pinnedWidth,
    totalWidth: pinnedWidth + (offsets.at(-1) ?? 0),
  };
}
