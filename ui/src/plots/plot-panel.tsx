import type { Run } from '../api/run.ts';
import panel from '../charts/metric-panel.module.css';
import { Menu } from '../ui/menu.tsx';
import { ImportancePlot } from './importance-plot.tsx';
import { ParallelPlot } from './parallel-plot.tsx';
import { PlotForm } from './plot-form.tsx';
import styles from './plot-panel.module.css';
import { ScatterPlot } from './scatter-plot.tsx';
import type { PlotKind, PlotSpec } from './spec.ts';

// More would be a cloud without a shape, and slow to draw.
const kMostRuns = 3_000;

const kTitles: Record<PlotKind, string> = {
  scatter: 'Scatter',
  parallel: 'Parallel coordinates',
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
  return (
    <article className={panel.panel} aria-label={title} data-large={spec.kind === 'parallel' || undefined}>
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
          items={[{ label: 'Remove', icon: 'trash', onSelect: onRemove }]}
        />
      </header>
      <div className={panel.body}>
        <Plot spec={spec} runs={runs.slice(0, kMostRuns)} />
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
    case 'importance':
      return <ImportancePlot runs={runs} spec={spec} />;
  }
}
