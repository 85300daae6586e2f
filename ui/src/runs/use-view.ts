import { useCallback, useEffect, useMemo } from 'react';
import { currentAddress, formatAddress, navigate } from '../router/address.ts';
import { useAddress } from '../router/use-address.ts';
import { addressedView, keepView } from './kept-view.ts';
import { type ExperimentView, readView, writeView } from './view.ts';

const kExperiments = 'experiments';

export type ChangeView = (change: Partial<ExperimentView>, history?: 'push' | 'replace') => void;

/** The view of experiments, and the way to change it: address, kept view and page change together. */
export function useView(experiments: readonly string[]): [ExperimentView, ChangeView] {
  const { query } = useAddress();
  const text = addressedView(experiments, query);
  const view = useMemo(() => readView(new URLSearchParams(text)), [text]);

  useEffect(() => {
    const { path, query: now } = currentAddress();
    if (now.size === 0 && text) navigate(formatAddress(path, new URLSearchParams(text)), 'replace');
  }, [text]);

  const change = useCallback<ChangeView>(
    (part, history = 'replace') => {
      const next = writeView({ ...view, ...part });
      keepView(experiments, next.toString());
      const { path, query: now } = currentAddress();
      // Where the address names the experiments in its query, it has to go on doing so.
      const named = now.get(kExperiments);
      if (named) next.set(kExperiments, named);
      navigate(formatAddress(path, next), history);
    },
    [view, experiments],
  );
  return [view, change];
}
