// Whether times are told as "5m ago" or as dates. Kept in the browser.

import { useSyncExternalStore } from 'react';
import { writeKept } from '../state/kept.ts';
import { keptTimeForm, type TimeForm } from '../state/time-form.ts';

const listeners = new Set<() => void>();
let form: TimeForm | undefined;

function read(): TimeForm {
  form ??= keptTimeForm();
  return form;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setTimeForm(next: TimeForm): void {
  form = next;
  writeKept('times', next);
  for (const each of listeners) each();
}

export function useTimeForm(): TimeForm {
  return useSyncExternalStore(subscribe, read);
}
