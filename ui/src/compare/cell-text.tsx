import { kAttributes } from '../runs/column.ts';
import { formatNumber } from '../runs/number.ts';
import { absoluteTime, duration } from '../state/time.ts';
import type { Cell, CompareRow } from './compare.ts';

export function labelOf({ kind, key }: CompareRow): string {
  return kind === 'attributes' ? (kAttributes[key]?.label ?? key) : key;
}

function textOf({ kind, key }: CompareRow, cell: Cell): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  if (kind === 'metrics') return formatNumber(cell);
  return key === 'duration' ? duration(cell) : absoluteTime(cell);
}

/** The value in full, for the cell's title. */
export const exactOf = (cell: Cell) => (cell === undefined ? undefined : String(cell));

/** What stands in a cell; no element of its own, for there are thousands. */
export function CellText({ row, cell, best }: { row: CompareRow; cell: Cell; best: boolean }) {
  return (
    <>
      {textOf(row, cell)}
      {best && <span className="visually-hidden"> (best)</span>}
    </>
  );
}
