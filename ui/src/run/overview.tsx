import type { Run } from '../api/run.ts';
import { isSystemMetric } from '../charts/sections.ts';
import { formatNumber } from '../runs/number.ts';
import { KeyTable } from '../ui/key-table.tsx';
import { TwoColumns } from '../ui/two-columns.tsx';
import { Datasets } from './datasets.tsx';
import { Details } from './details.tsx';
import { Note } from './note.tsx';
import { Related } from './related.tsx';
import { RunCodePart } from './run-code-part.tsx';
import { LoadRunModel, RunModels } from './run-models.tsx';
import { RunTags } from './run-tags.tsx';

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function sorted<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => natural.compare(a, b));
}

export function Overview({ run }: { run: Run }) {
  return <TwoColumns main={<Main run={run} />} side={<Side run={run} />} />;
}

function Main({ run }: { run: Run }) {
  const metrics = sorted(run.metrics).filter(([key]) => !isSystemMetric(key));
  return (
    <>
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
      <LoadRunModel run={run} />
      <RunCodePart run={run} />
    </>
  );
}

function Side({ run }: { run: Run }) {
  return (
    <>
      <Details run={run} />
      <RunTags run={run} />
      <RunModels run={run} />
      <Datasets run={run} />
      <Related run={run} />
    </>
  );
}
