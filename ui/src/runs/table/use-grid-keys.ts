// The keyboard in the runs table: one cell is active, arrows move it, and the grid keeps the focus throughout.

import { type KeyboardEvent, type RefObject, useState } from 'react';

export interface GridPosition {
  row: number; // -1 is the header
  column: number; // 0 is the run
}

interface Grid {
  rows: number;
  columns: number;
  rowHeight: number;
  scroller: RefObject<HTMLElement | null>;
  /** Brings a column into sight. */
  reveal: (column: number) => void;
  /** Enter, and Space, which selects. */
  onEnter: (at: GridPosition) => void;
  onSpace: (at: GridPosition, range: boolean) => void;
  onMenu: (at: GridPosition) => void;
  onCopy: (at: GridPosition) => void;
  /** Opens or folds a row; false if there is nothing to open or fold. */
  onFold: (at: GridPosition, open: boolean) => boolean;
}

export function useGridKeys(grid: Grid) {
  const [active, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  const { rows, columns, rowHeight, scroller } = grid;

  const move = (next: GridPosition) => {
    const row = Math.max(-1, Math.min(rows - 1, next.row));
    const column = Math.max(0, Math.min(columns - 1, next.column));
    setActive({ row, column });
    if (row >= 0) revealRow(scroller.current, row, rowHeight);
    if (column !== active.column) grid.reveal(column);
    return { row, column };
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A menu or a text field inside has keys of its own.
    if (event.target !== event.currentTarget) return;
    if (event.altKey && event.key === 'ArrowDown') return take(event, () => grid.onMenu(active));
    if ((event.ctrlKey || event.metaKey) && event.key === 'c') return take(event, () => grid.onCopy(active));
    if (active.column === 0 && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      if (grid.onFold(active, event.key === 'ArrowRight')) return event.preventDefault();
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3);
    const next = target(event, active, page, rows, columns);
    if (next) {
      return take(event, () => {
        const at = move(next);
        if (event.shiftKey && next.row !== active.row) grid.onSpace(at, true);
      });
    }
    if (event.key === 'Enter') return take(event, () => grid.onEnter(active));
    if (event.key === ' ') return take(event, () => grid.onSpace(active, event.shiftKey));
  };
  return { active, setActive, onKeyDown };
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function target(
  event: KeyboardEvent,
  { row, column }: GridPosition,
  page: number,
  rows: number,
  columns: number,
): GridPosition | undefined {
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return { row: far ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: far ? columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'Home':
      return far ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return far ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return undefined;
  }
}

// The header's two lines and its border.
const kHeadHeight = 55;

function revealRow(scroller: HTMLElement | null, row: number, height: number): void {
  if (!scroller) return;
  const top = row * height;
  const room = scroller.clientHeight - kHeadHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
}
