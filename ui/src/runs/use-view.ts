import { useCallback, useEffect, useMemo } from 'react';
import { currentAddress, formatAddress, navigate } from '../router/address.ts';
import { useAddress } from '../router/use-address.ts';
import { addressedView, keepView } from './kept-view.ts';
import { type ExperimentView, readView, writeView } from './view.ts';

export type ChangeView = (change: Partial<ExperimentView>, history?: 'push' | 'replace') => void;

/** The view of an experiment, and the way to change it: address, kept view and page change together. */
export function useView(experiment: string): [ExperimentView, ChangeView] {
  const { query } = useAddress();
  const text = addressedView(experiment, query);
  const view = useMemo(() => readView(new URLSearchParams(text)), [text]);

  useEffect(() => {
    const { path, query: now } = currentAddress();
    if (now.size === 0 && text) navigate(formatAddress(path, new URLSearchParams(text)), 'replace');
  }, [text]);

  const change = useCallback<ChangeView>(
    (part, history = 'replace') => {
      const next = writeView({ ...view, ...part });
      keepView(experiment, next.toString());
      navigate(formatAddress(currentAddress().path, next), history);
    },
    [view, experiment],
  );
  return [view, change];
}
