import { useSyncExternalStore } from 'react';

// As --row in tokens.css: fingers need more room.
const kFine = 30;
const kCoarse = 36;

const coarse = () => window.matchMedia('(pointer: coarse)');

function subscribe(listener: () => void): () => void {
  const query = coarse();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () => (coarse().matches ? kCoarse : kFine));
}
