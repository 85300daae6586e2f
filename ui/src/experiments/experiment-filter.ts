import { isComplete, isPlainSearch } from '../filter/clauses.ts';

/** The language has no escapes, so a quote in the search matches any one character. */
export function nameFilter(search: string): string {
  const text = search.trim().replaceAll("'", '_');
  return text ? `attribute.name ILIKE '%${text}%'` : '';
}

/** Words look for a name; what says "tags.team = 'growth'" is a filter, from when it is finished. */
export function experimentFilter(search: string): string {
  return !isPlainSearch(search) && isComplete(search) ? search.trim() : nameFilter(search);
}
