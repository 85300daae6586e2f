// Short messages in a corner, some with a way back. say() may be called from anywhere.

import { useEffect, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './toasts.module.css';

interface Toast {
  id: number;
  text: string;
  /** How long it stays: a while, or until it is taken away. */
  lasting: boolean;
  bad: boolean;
  action: { label: string; run: () => void } | undefined;
}

/** How long there is to take something back. */
export const kShownFor = 10_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function add(toast: Omit<Toast, 'id'>): number {
  lastId += 1;
  change([...toasts.slice(-3), { id: lastId, ...toast }]);
  return lastId;
}

export function say(text: string, action?: Toast['action']): void {
  add({ text, lasting: false, bad: false, action });
}

/** An error stays until it is read. */
export function complain(error: unknown): void {
  add({ text: error instanceof Error ? error.message : String(error), lasting: true, bad: true, action: undefined });
}

/** Says how far something is, until it is done. */
export function sayProgress(text: string, action?: Toast['action']) {
  const id = add({ text, lasting: true, bad: false, action });
  return {
    update: (now: string) => change(toasts.map((toast) => (toast.id === id ? { ...toast, text: now } : toast))),
    done: () => dismiss(id),
  };
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={styles.corner} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  useEffect(() => {
    if (toast.lasting) return;
    const timer = setTimeout(() => dismiss(toast.id), kShownFor);
    return () => clearTimeout(timer);
  }, [toast]);

  const act = () => {
    dismiss(toast.id);
    toast.action?.run();
  };
  return (
    <div className={classes(styles.toast, toast.bad && styles.bad)}>
      {toast.bad && <Icon name="warning" />}
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <Button look="plain" className={styles.action} onClick={act}>
          {toast.action.label}
        </Button>
      )}
      <Button look="plain" icon="close" iconOnly onClick={() => dismiss(toast.id)}>
        Dismiss
      </Button>
    </div>
  );
}
