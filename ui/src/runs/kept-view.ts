import { readKept, writeKept } from '../state/kept.ts';

const nameOf = (experiments: readonly string[]) => `view.${experiments.join()}`;

/**
 * The view that an address says, as its query. One that says nothing means the way in which this browser looked at these
 * experiments last.
 */
export function addressedView(experiments: readonly string[], query: URLSearchParams): string {
  if (query.size > 0) return query.toString();
  const kept = readKept(nameOf(experiments));
  return typeof kept === 'string' ? kept : '';
}

export function keepView(experiments: readonly string[], query: string): void {
  writeKept(nameOf(experiments), query);
}
