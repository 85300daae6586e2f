import { useSyncExternalStore } from 'react';

// As --row in tokens.css: fingers need more room.
const kFine = 30;
const kCoarse = 36;

let query: MediaQueryList | undefined;

// Asked for once: the table is drawn at each frame of a scroll.
function coarse(): MediaQueryList {
  query ??= window.matchMedia('(pointer: coarse)');
  return query;
}

function subscribe(listener: () => void): () => void {
  coarse().addEventListener('change', listener);
  return () => coarse().removeEventListener('change', listener);
}

export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () => (coarse().matches ? kCoarse : kFine));
}
