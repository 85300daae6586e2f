import type { Run } from '../api/run.ts';
import { isSystemMetric } from '../charts/sections.ts';
import { formatNumber } from '../runs/number.ts';
import { KeyTable } from '../ui/key-table.tsx';
import { Datasets } from './datasets.tsx';
import { Details } from './details.tsx';
import { Note } from './note.tsx';
import styles from './overview.module.css';
import { Related } from './related.tsx';
import { RunModels } from './run-models.tsx';
import { RunTags } from './run-tags.tsx';

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function sorted<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => natural.compare(a, b));
}

export function Overview({ run }: { run: Run }) {
  const metrics = sorted(run.metrics).filter(([key]) => !isSystemMetric(key));
  return (
    <div className={styles.overview}>
      <div className={styles.side}>
        <Details run={run} />
        <RunTags run={run} />
        <Datasets run={run} />
        <RunModels run={run} />
        <Related run={run} />
      </div>
      <div className={styles.main}>
        <Note run={run} />
        <KeyTable
          title="Metrics"
          rows={metrics.map(([key, { value, step }]) => ({
            key,
            value: formatNumber(value),
            exact: String(value),
            detail: `step ${step}`,
          }))}
          empty="No metrics logged"
          numeric
        />
        <KeyTable
          title="Parameters"
          rows={sorted(run.params).map(([key, value]) => ({ key, value, exact: value }))}
          empty="No parameters logged"
        />
      </div>
    </div>
  );
}
