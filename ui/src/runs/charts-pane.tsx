import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { ChartBoard } from '../charts/chart-board.tsx';
import type { Grouping } from '../charts/grouping.ts';
import type { ChartSettings } from '../charts/settings.ts';
import { PlotBoard } from '../plots/plot-board.tsx';
import type { Catalogue } from './catalogue.ts';
import styles from './charts-pane.module.css';
import { groupLabel } from './rows.ts';
import type { Selection } from './use-selection.ts';

const kChartedUnasked = 10;
const kGroupsUnasked = 8;
// A mean over so many is as good as over all, and so many curves are still drawn at once.
const kRunsOfAGroup = 125;

/** The runs that charts show: the selected ones; while none is, the first few, of each of the first groups if grouped. */
export function chartedRuns(runs: readonly Run[], selection: Selection, groupBy: readonly string[]): readonly Run[] {
  if (selection.count > 0) return runs.filter((run) => selection.has(run.id));
  if (groupBy.length === 0) return runs.slice(0, kChartedUnasked);
  const taken = new Map<string, number>();
  return runs.filter((run) => {
    const group = groupLabel(run, groupBy);
    const count = taken.get(group) ?? 0;
    if (count === kRunsOfAGroup || (count === 0 && taken.size === kGroupsUnasked)) return false;
    taken.set(group, count + 1);
    return true;
  });
}

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

export function ChartsPane({ charted, runs, catalogue, selected, grouping, settings, onSettings }: Props) {
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
