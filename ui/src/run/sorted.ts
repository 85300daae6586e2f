const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By name, with numbers in names as numbers. */
export function sorted<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => natural.compare(a, b));
}
