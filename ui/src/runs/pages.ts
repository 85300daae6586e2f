// Runs come in pages. A page that is loaded stays the same array, so what is made of it is made once, however many pages
// follow: while somebody scrolls through 100,000 runs, a page must cost what is in it and not what came before.

import type { Run } from '../api/run.ts';

export type Page = readonly Run[];
export type Pages = readonly Page[];

export function oncePerPage<T>(make: (page: Page) => T): (page: Page) => T {
  const made = new WeakMap<Page, { of: T }>();
  return (page) => {
    let known = made.get(page);
    if (!known) {
      known = { of: make(page) };
      made.set(page, known);
    }
    return known.of;
  };
}
