import { useCallback, useMemo } from 'react';
import { formatAddress, navigate } from '../router/address.ts';
import { useAddress } from '../router/use-address.ts';
import { readKept, writeKept } from '../state/kept.ts';
import { type ChartSettings, readCharts, writeCharts } from './settings.ts';

const kKept = 'charts';

/** The settings of a page that has charts and nothing else to remember: in the address, and kept for the next page. */
export function useChartSettings(): [ChartSettings, (settings: ChartSettings) => void] {
  const { path, query } = useAddress();
  const text = query.get('charts') ?? String(readKept(kKept) ?? '{}');
  const settings = useMemo(() => readCharts(text), [text]);
  const change = useCallback(
    (next: ChartSettings) => {
      const written = writeCharts(next) ?? '{}';
      writeKept(kKept, written);
      const changed = new URLSearchParams(query);
      changed.set('charts', written);
      navigate(formatAddress(path, changed), 'replace');
    },
    [path, query],
  );
  return [settings, change];
}
