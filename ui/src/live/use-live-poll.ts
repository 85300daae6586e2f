import { useSyncExternalStore } from 'react';
import { isStreaming, subscribeToStreaming } from './follow.ts';

/** How often to ask where the server does not tell by itself; never where it does. For a query's refetchInterval. */
export function useLivePoll(interval: number): number | false {
  return useSyncExternalStore(subscribeToStreaming, isStreaming) ? false : interval;
}
