import { useSyncExternalStore } from 'react';

// As wide as two panes side by side need: the same as in split.module.css.
const narrow = window.matchMedia('(max-width: 760px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether there is room for one pane only. */
export const useNarrow = () => useSyncExternalStore(subscribe, () => narrow.matches);
