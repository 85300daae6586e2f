import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { ChartBoard } from '../charts/chart-board.tsx';
import type { Grouping } from '../charts/grouping.ts';
import type { ChartSettings } from '../charts/settings.ts';
import { PlotBoard } from '../plots/plot-board.tsx';
import type { Catalogue } from './catalogue.ts';
import styles from './charts-pane.module.css';

interface Props {
  charted: readonly Run[];
  /** All runs of the table; some of them have no curves here. */
  runs: readonly Run[];
  catalogue: Catalogue;
  selected: boolean;
  grouping: Grouping | undefined;
  settings: ChartSettings;
  onSettings: (settings: ChartSettings) => void;
}

/** Loaded when charts are first shown. */
export default function ChartsPane({ charted, runs, catalogue, selected, grouping, settings, onSettings }: Props) {
  const metrics = useMemo(() => [...new Set(charted.flatMap((run) => [...run.metrics.keys()]))], [charted]);
  return (
    <div className={styles.pane}>
      <ChartBoard runs={charted} metrics={metrics} settings={settings} onSettings={onSettings} grouping={grouping}>
        <PlotBoard runs={selected ? charted : runs} catalogue={catalogue} settings={settings} onSettings={onSettings} />
      </ChartBoard>
      {!selected && charted.length < runs.length && (
        <p className={styles.hint}>
          Curves of {grouping ? '' : 'the first '}
          {charted.length} runs. Select runs to see theirs.
        </p>
      )}
    </div>
  );
}
