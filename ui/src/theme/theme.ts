// Light, dark, or as the system has it. Kept in the browser; the stylesheet does the rest.

import { useSyncExternalStore } from 'react';
import { writeKept } from '../state/kept.ts';
import { keptTheme, paintTheme, type Theme } from './kept-theme.ts';

export type { Theme } from './kept-theme.ts';

const kNext: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const listeners = new Set<() => void>();
let theme: Theme = 'system';

function apply(): void {
  paintTheme(theme);
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  theme = keptTheme();
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
