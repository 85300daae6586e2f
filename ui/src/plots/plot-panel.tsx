import { useMemo, useRef } from 'react';
import type { Run } from '../api/run.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import panel from '../charts/metric-panel.module.css';
import { saveItems } from '../charts/save-items.ts';
import { Menu } from '../ui/menu.tsx';
import { ColumnBoxes } from './column-boxes.tsx';
import { ContourPlot } from './contour-plot.tsx';
import { csvOfColumns } from './export.ts';
import { ImportancePlot } from './importance-plot.tsx';
import { ParallelPlot } from './parallel-plot.tsx';
import { PlotForm } from './plot-form.tsx';
import styles from './plot-panel.module.css';
import { RunBars } from './run-bars.tsx';
import { ScatterPlot } from './scatter-plot.tsx';
import { columnsIn, type PlotKind, type PlotSpec } from './spec.ts';

// More would be a cloud without a shape, and slow to draw.
const kMostRuns = 3_000;

const kTitles: Record<PlotKind, string> = {
  scatter: 'Scatter',
  bar: 'Bars',
  parallel: 'Parallel coordinates',
  contour: 'Contour',
  box: 'Boxes of groups',
  importance: 'What goes with a metric',
};

export interface Columns {
  metrics: string[];
  params: string[];
}

interface Props {
  spec: PlotSpec;
  runs: readonly Run[];
  columns: Columns;
  onChange: (spec: PlotSpec) => void;
  onRemove: () => void;
}

/** A chart across runs, with its choices in its head. */
export function PlotPanel({ spec, runs, columns, onChange, onRemove }: Props) {
  const title = kTitles[spec.kind];
  const frame = useRef<HTMLElement>(null);
  const shown = useMemo(() => runs.slice(0, kMostRuns), [runs]);
  const saving = saveItems(title.toLowerCase().replaceAll(' ', '-'), {
    svg: () => chartSvg(frame.current, title),
    csv: () => csvOfColumns(shown, columnsIn(spec, columns)),
  });
  return (
    <article ref={frame} className={panel.panel} aria-label={title} data-large={spec.kind === 'parallel' || undefined}>
      <header className={panel.header}>
        <h3 className="visually-hidden">{title}</h3>
        <div className={styles.form}>
          <PlotForm spec={spec} columns={columns} onChange={onChange} />
        </div>
        <Menu
          look="plain"
          icon="more"
          iconOnly
          align="end"
          label={title}
          items={[...saving, { label: 'Remove', icon: 'trash', separated: true, onSelect: onRemove }]}
        />
      </header>
      <div className={panel.body}>
        <Plot spec={spec} runs={shown} />
      </div>
    </article>
  );
}

function Plot({ spec, runs }: { spec: PlotSpec; runs: readonly Run[] }) {
  switch (spec.kind) {
    case 'scatter':
      return <ScatterPlot runs={runs} spec={spec} />;
    case 'parallel':
      return <ParallelPlot runs={runs} spec={spec} />;
    case 'contour':
      return <ContourPlot runs={runs} spec={spec} />;
    case 'bar':
      return <RunBars runs={runs} spec={spec} />;
    case 'box':
      return <ColumnBoxes runs={runs} spec={spec} />;
    case 'importance':
      return <ImportancePlot runs={runs} spec={spec} />;
  }
}
