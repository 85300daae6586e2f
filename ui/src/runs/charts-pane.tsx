import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { ChartBoard } from '../charts/chart-board.tsx';
import type { ChartSettings } from '../charts/settings.ts';
import { PlotBoard } from '../plots/plot-board.tsx';
import type { Catalogue } from './catalogue.ts';
import styles from './charts-pane.module.css';
import type { Selection } from './use-selection.ts';

const kChartedUnasked = 10;

/** The runs that charts show: the selected ones, or the first few while none is. */
export function chartedRuns(runs: readonly Run[], selection: Selection): readonly Run[] {
  return selection.count > 0 ? runs.filter((run) => selection.has(run.id)) : runs.slice(0, kChartedUnasked);
}

interface Props {
  charted: readonly Run[];
  /** All runs of the table; some of them have no curves here. */
  runs: readonly Run[];
  catalogue: Catalogue;
  selected: boolean;
  settings: ChartSettings;
  onSettings: (settings: ChartSettings) => void;
}

export function ChartsPane({ charted, runs, catalogue, selected, settings, onSettings }: Props) {
  const metrics = useMemo(() => [...new Set(charted.flatMap((run) => [...run.metrics.keys()]))], [charted]);
  return (
    <div className={styles.pane}>
      <ChartBoard runs={charted} metrics={metrics} settings={settings} onSettings={onSettings}>
        <PlotBoard runs={selected ? charted : runs} catalogue={catalogue} settings={settings} onSettings={onSettings} />
      </ChartBoard>
      {!selected && charted.length < runs.length && (
        <p className={styles.hint}>Curves of the first {charted.length} runs. Select runs to see theirs.</p>
      )}
    </div>
  );
}
