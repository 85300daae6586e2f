// Deletions of models and versions. The registry cannot take one back, so each waits while its message with the way back
// stands; who leaves the page means it, and it is sent at once. What waits is shown nowhere in the meantime.

import { useSyncExternalStore } from 'react';
import { complain, kShownFor, say } from '../ui/toasts.tsx';

interface Removal {
  deed: () => Promise<unknown>;
  timer: ReturnType<typeof setTimeout>;
}

const waiting = new Map<string, Removal>();
const listeners = new Set<() => void>();
let ids: ReadonlySet<string> = new Set();

function changed(): void {
  ids = new Set(waiting.keys());
  for (const each of listeners) each();
}

/** It goes on being hidden until the server has done it: the lists are asked for anew only then. */
async function carryOut(id: string): Promise<void> {
  const removal = waiting.get(id);
  if (!removal) return;
  clearTimeout(removal.timer);
  try {
    await removal.deed();
  } catch (error) {
    complain(error);
  } finally {
    waiting.delete(id);
    changed();
  }
}

function takeBack(id: string): void {
  clearTimeout(waiting.get(id)?.timer);
  waiting.delete(id);
  changed();
}

export const modelRemoval = (name: string) => `model ${name}`;
export const versionRemoval = (name: string, version: string) => `version ${version} of ${name}`;

/** Does it after a while, unless it is taken back. The deed must outlive the page: a fetch with `keepalive`. */
export function removeLater(id: string, said: string, deed: () => Promise<unknown>): void {
  if (waiting.has(id)) return;
  waiting.set(id, { deed, timer: setTimeout(() => void carryOut(id), kShownFor) });
  changed();
  say(said, { label: 'Undo', run: () => takeBack(id) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits to be removed. */
export function useRemovals(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => ids);
}

window.addEventListener('pagehide', () => {
  for (const id of [...waiting.keys()]) void carryOut(id);
});
