import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { importances } from './importance.ts';
import styles from './plot.module.css';
import type { PlotSpec } from './spec.ts';

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'importance' }>;
}

/** How closely each parameter goes with a metric, over the runs in sight. */
export function ImportancePlot({ runs, spec }: Props) {
  const found = useMemo(() => importances(runs, spec.metric), [runs, spec.metric]);
  if (found.length === 0) return <p className={styles.none}>Too few runs differ in their parameters to tell.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol className={styles.bars} tabIndex={0} aria-label="Rank correlations">
      {found.map(({ param, correlation, runs: count }) => (
        <li key={param} className={styles.barRow} title={`over ${count} runs`}>
          <span className={styles.barName}>{param}</span>
          <span>
            <span
              className={styles.bar}
              data-negative={correlation < 0 || undefined}
              style={{ width: `${Math.abs(correlation) * 100}%` }}
            />
          </span>
          <span className={styles.barValue}>{correlation.toFixed(2)}</span>
        </li>
      ))}
    </ol>
  );
}
