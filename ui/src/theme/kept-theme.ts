// The theme that was chosen, in a module of its own: the first rows want it before the program is there.

import { readKept } from '../state/kept.ts';

export type Theme = 'system' | 'light' | 'dark';

export function keptTheme(): Theme {
  const kept = readKept('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function paintTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
