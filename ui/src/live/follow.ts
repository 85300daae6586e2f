// The server's news of runs, for the whole page over one stream. A query says in its meta what it shows (LiveMeta) and is
// asked anew when that changes. A hidden tab follows nothing, and a server without such a stream (MLflow's own) is asked
// now and then instead: see use-live-poll.ts.

import type { QueryClient } from '@tanstack/react-query';
import { cairnAddress } from '../api/http.ts';
import { type Changes, concerns, joined, readChanges } from './changes.ts';

const kLeastPause = 700;

const listeners = new Set<() => void>();
let streaming = false;

function setStreaming(now: boolean): void {
  if (streaming === now) return;
  streaming = now;
  for (const each of listeners) each();
}

export const isStreaming = () => streaming;

export function subscribeToStreaming(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks anew what changed. One round at a time, and what changes meanwhile is the next one's. */
function refresher(client: QueryClient): (changes: Changes) => void {
  let waiting: Changes | undefined;
  let busy = false;
  const work = async () => {
    busy = true;
    while (waiting) {
      const changes = waiting;
      waiting = undefined;
      await client.invalidateQueries({ predicate: (query) => concerns(changes, query.meta) });
      await new Promise((resolve) => setTimeout(resolve, kLeastPause));
    }
    busy = false;
  };
  return (changes) => {
    waiting = joined(waiting, changes);
    if (!busy) void work();
  };
}

export function followServer(client: QueryClient): void {
  const refresh = refresher(client);
  let source: EventSource | undefined;
  let openedBefore = false;
  const open = () => {
    source = new EventSource(cairnAddress('events'));
    source.onopen = () => {
      setStreaming(true);
      // Between two streams something may have happened; before the first, the page was only just asked for.
      if (openedBefore) refresh('all');
      openedBefore = true;
    };
    source.onerror = () => setStreaming(false);
    source.addEventListener('runs', (event) => refresh(readChanges(event.data)));
  };
  const close = () => {
    source?.close();
    source = undefined;
    setStreaming(false);
  };
  const follow = () => (document.hidden ? close() : source || open());
  document.addEventListener('visibilitychange', follow);
  follow();
}
