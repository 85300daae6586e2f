// Light, dark, or as the system has it. Kept in the browser; the stylesheet does the rest.

import { useSyncExternalStore } from 'react';
import { readKept, writeKept } from '../state/kept.ts';

export type Theme = 'system' | 'light' | 'dark';

const kNext: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const listeners = new Set<() => void>();
let theme: Theme = 'system';

function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && value in kNext;
}

function apply(): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  const kept = readKept('theme');
  theme = isTheme(kept) ? kept : 'system';
  apply();
  // Canvases read their colours when they draw: tell them when the system changes its mind.
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
}

export function setTheme(next: Theme): void {
  theme = next;
  writeKept('theme', next);
  apply();
}

export function nextTheme(): void {
  setTheme(kNext[theme]);
}

export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribeToTheme, () => theme);
}
