import { readKept, writeKept } from '../state/kept.ts';

const nameOf = (experiment: string) => `view.${experiment}`;

/**
 * The view that an address says, as its query. One that says nothing means the way in which this browser looked at the
 * experiment last.
 */
export function addressedView(experiment: string, query: URLSearchParams): string {
  if (query.size > 0) return query.toString();
  const kept = readKept(nameOf(experiment));
  return typeof kept === 'string' ? kept : '';
}

export function keepView(experiment: string, query: string): void {
  writeKept(nameOf(experiment), query);
}
