// How panels stand: in which order, and how large. Pure.

/** In columns and rows of the board. */
export interface PanelSize {
  columns: number;
  rows: number;
}

export const kUsualSize: PanelSize = { columns: 1, rows: 1 };
export const kMaxRows = 4;

/** "2x1"; an unreadable size is the usual one. */
export function readSize(text: string | undefined): PanelSize {
  const [, columns, rows] = /^([1-9])x([1-9])$/.exec(text ?? '') ?? [];
  return columns && rows ? { columns: Number(columns), rows: Math.min(kMaxRows, Number(rows)) } : kUsualSize;
}

/** Nothing for the usual size. */
export function writeSize({ columns, rows }: PanelSize): string | undefined {
  return columns === 1 && rows === 1 ? undefined : `${columns}x${rows}`;
}

export function clampSize({ columns, rows }: PanelSize, perRow: number): PanelSize {
  return { columns: Math.max(1, Math.min(perRow, columns)), rows: Math.max(1, Math.min(kMaxRows, rows)) };
}

/** Those that the reader has put in order, then the others as they come. */
export function arranged(keys: readonly string[], order: readonly string[]): string[] {
  const there = new Set(keys);
  const placed = order.filter((key) => there.has(key));
  const known = new Set(placed);
  return [...placed, ...keys.filter((key) => !known.has(key))];
}

/** The order to keep after `key` was put before `before` (or at the end) among the keys of its section. */
export function orderAfter(
  order: readonly string[],
  keys: readonly string[],
  key: string,
  before: string | undefined,
): string[] {
  if (key === before) return [...order];
  const section = arranged(keys, order).filter((each) => each !== key);
  const at = before === undefined ? -1 : section.indexOf(before);
  section.splice(at < 0 ? section.length : at, 0, key);
  const own = new Set(section);
  return [...order.filter((each) => !own.has(each)), ...section];
}

/** The same for a move by places: -1 is to the left. */
export function orderAfterStep(order: readonly string[], keys: readonly string[], key: string, places: number) {
  const section = arranged(keys, order);
  const at = section.indexOf(key);
  // Taking the panel out shifts those behind it by one.
  return orderAfter(order, keys, key, section[Math.max(0, places > 0 ? at + places + 1 : at + places)]);
}
