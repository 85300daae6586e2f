import { readKept } from './kept.ts';

/** Whether times are told as "5m ago" or as dates. */
export type TimeForm = 'relative' | 'absolute';

export function keptTimeForm(): TimeForm {
  return readKept('times') === 'absolute' ? 'absolute' : 'relative';
}
