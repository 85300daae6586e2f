import { useCallback, useEffect, useMemo } from 'react';
import { currentAddress, formatAddress, navigate } from '../router/address.ts';
import { useAddress } from '../router/use-address.ts';
import { readKept, writeKept } from '../state/kept.ts';
import { type ExperimentView, readView, writeView } from './view.ts';

export type ChangeView = (change: Partial<ExperimentView>, history?: 'push' | 'replace') => void;

/**
 * The view that the address says. An address that says nothing means the way in which this browser last looked at the
 * experiment.
 */
export function useView(experiment: string): [ExperimentView, ChangeView] {
  const { query } = useAddress();
  const kept = `view.${experiment}`;
  const bare = query.size === 0;
  const text = bare ? keptQuery(kept) : query.toString();
  const view = useMemo(() => readView(new URLSearchParams(text)), [text]);

  useEffect(() => {
    const { path, query: now } = currentAddress();
    if (now.size === 0 && text) navigate(formatAddress(path, new URLSearchParams(text)), 'replace');
  }, [text]);

  const change = useCallback<ChangeView>(
    (part, history = 'replace') => {
      const next = writeView({ ...view, ...part });
      writeKept(kept, next.toString());
      navigate(formatAddress(currentAddress().path, next), history);
    },
    [view, kept],
  );
  return [view, change];
}

function keptQuery(name: string): string {
  const text = readKept(name);
  return typeof text === 'string' ? text : '';
}
