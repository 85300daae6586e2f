import { useSyncExternalStore } from 'react';
import { absoluteTime, relativeTime } from '../state/time.ts';
import styles from './time.module.css';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for the whole page.
function subscribe(listener: () => void): () => void {
  if (!timer) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, 10_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time now, to ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

export function Time({ at }: { at: number | undefined }) {
  const present = useNow();
  if (!at) return <span>–</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at)}>
      {relativeTime(at, present)}
    </time>
  );
}

/** How long ago, and when: where there is room for both. */
export function FullTime({ at }: { at: number }) {
  const present = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} className={styles.full}>
      <span>{relativeTime(at, present)}</span>
      <span className={styles.absolute}>{absoluteTime(at)}</span>
    </time>
  );
}
