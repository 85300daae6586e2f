// Which rows and columns of a large table are in sight. Rows have one height, so this is arithmetic.

export interface Span {
  start: number;
  end: number; // one past the last
}

export interface Window {
  rows: Span;
  columns: Span;
}

// Rows are added in steps, so that the table draws once for several of them and not at each.
const kRowStep = 8;
const kRowMargin = 12;
const kColumnMargin = 200;

export function rowsInSight(top: number, height: number, rowHeight: number, count: number): Span {
  const first = Math.floor(top / rowHeight / kRowStep) * kRowStep - kRowMargin;
  const last = Math.ceil((top + height) / rowHeight / kRowStep) * kRowStep + kRowMargin;
  return { start: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(last, count)) };
}

/** What is drawn before anything is measured: what could be seen in a window of this size, and no margin. */
export function firstWindow(width: number, height: number, rowHeight: number, offsets: readonly number[]): Window {
  let end = 0;
  while (end < offsets.length - 1 && (offsets[end] ?? 0) < width) end++;
  return { rows: { start: 0, end: Math.ceil(height / rowHeight) }, columns: { start: 0, end } };
}

/** offsets[i] is where column i starts; the last entry is where the last one ends. */
export function columnsInSight(left: number, width: number, offsets: readonly number[]): Span {
  const count = offsets.length - 1;
  let start = 0;
  while (start < count && (offsets[start + 1] ?? 0) < left - kColumnMargin) start++;
  let end = start;
  while (end < count && (offsets[end] ?? 0) < left + width + kColumnMargin) end++;
  return { start, end };
}

export function offsetsOf(widths: readonly number[]): number[] {
  const offsets = [0];
  let sum = 0;
  for (const width of widths) {
    sum += width;
    offsets.push(sum);
  }
  return offsets;
}

export function sameWindow(a: Window, b: Window): boolean {
  return (
    a.rows.start === b.rows.start &&
    a.rows.end === b.rows.end &&
    a.columns.start === b.columns.start &&
    a.columns.end === b.columns.end
  );
}
