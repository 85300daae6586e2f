import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import type { ChartSettings } from '../charts/settings.ts';
import { type Catalogue, tellsApart } from '../runs/catalogue.ts';
import type { ColumnKind } from '../runs/column.ts';
import { Menu } from '../ui/menu.tsx';
import styles from './plot-board.module.css';
import { PlotPanel } from './plot-panel.tsx';
import { type PlotKind, type PlotSpec, usualSpec } from './spec.ts';

interface Props {
  runs: readonly Run[];
  catalogue: Catalogue;
  settings: ChartSettings;
  onSettings: (settings: ChartSettings) => void;
}

const kKinds: [PlotKind, string][] = [
  ['scatter', 'Scatter'],
  ['bar', 'Bars'],
  ['parallel', 'Parallel coordinates'],
  ['contour', 'Contour'],
  ['box', 'Boxes of groups'],
  ['importance', 'What goes with a metric'],
];

function columnsOf(catalogue: Catalogue, kind: ColumnKind): string[] {
  const found = [...catalogue.keys].filter(
    ([, summary]) => summary.kind === kind && !summary.key.startsWith('system/'),
  );
  const rank = (telling: boolean) => (telling ? 0 : 1);
  return found
    .sort(
      ([idA, a], [idB, b]) =>
        rank(tellsApart(a, catalogue.runs)) - rank(tellsApart(b, catalogue.runs)) || idA.localeCompare(idB),
    )
    .map(([id]) => id);
}

/** The charts across runs that the reader added. */
export function PlotBoard({ runs, catalogue, settings, onSettings }: Props) {
  const columns = useMemo(
    () => ({ metrics: columnsOf(catalogue, 'metrics'), params: columnsOf(catalogue, 'params') }),
    [catalogue],
  );
  const { plots } = settings;
  const change = (next: PlotSpec[]) => onSettings({ ...settings, plots: next });
  return (
    <section aria-label="Charts across runs">
      <h2 className="visually-hidden">Charts across runs</h2>
      <div className={styles.bar}>
        <Menu
          label="Add a chart across runs"
          icon="plus"
          items={kKinds.map(([kind, label]) => ({
            label,
            onSelect: () => change([...plots, usualSpec(kind, columns.metrics, columns.params)]),
          }))}
        />
      </div>
      {plots.length > 0 && (
        <div className={styles.panels}>
          {plots.map((spec, index) => (
            <PlotPanel
              // biome-ignore lint/suspicious/noArrayIndexKey: a chart has no other name than its place
              key={index}
              spec={spec}
              runs={runs}
              columns={columns}
              onChange={(next) => change(plots.with(index, next))}
              onRemove={() => change(plots.toSpliced(index, 1))}
            />
          ))}
        </div>
      )}
    </section>
  );
}
