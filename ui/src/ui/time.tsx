import { useSyncExternalStore } from 'react';
import { absoluteTime, relativeTime, shortTime } from '../state/time.ts';
import styles from './time.module.css';
import { useTimeForm } from './time-form.ts';

/** One clock for all who ask for the time to so many milliseconds; it stands while nobody does. */
function clock(period: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const subscribe = (listener: () => void) => {
    if (!timer) {
      now = Date.now();
      timer = setInterval(() => {
        now = Date.now();
        for (const each of listeners) each();
      }, period);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
  return { subscribe, read: () => now };
}

const kTenSeconds = clock(10_000);
const kSecond = clock(1_000);

/** The time now, to ten seconds. */
export function useNow(): number {
  return useSyncExternalStore(kTenSeconds.subscribe, kTenSeconds.read);
}

/** The time now, for what is to be seen running. */
export function useSeconds(): number {
  return useSyncExternalStore(kSecond.subscribe, kSecond.read);
}

export function Time({ at }: { at: number | undefined }) {
  const present = useNow();
  const form = useTimeForm();
  if (!at) return <span>–</span>;
  const [ago, date] = [relativeTime(at, present), absoluteTime(at)];
  return (
    <time dateTime={new Date(at).toISOString()} title={form === 'relative' ? date : `${date}, ${ago}`}>
      {form === 'relative' ? ago : shortTime(at)}
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
