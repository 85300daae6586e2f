import type { Run } from '../api/run.ts';
import { KeyTable } from '../ui/key-table.tsx';
import { TwoColumns } from '../ui/two-columns.tsx';
import { Datasets } from './datasets.tsx';
import { Details } from './details.tsx';
import { Note } from './note.tsx';
import { Related } from './related.tsx';
import { RunCodePart } from './run-code-part.tsx';
import { RunMetrics } from './run-metrics.tsx';
import { LoadRunModel, RunModels } from './run-models.tsx';
import { RunTags } from './run-tags.tsx';
import { sorted } from './sorted.ts';

export function Overview({ run }: { run: Run }) {
  return <TwoColumns main={<Main run={run} />} side={<Side run={run} />} />;
}

function Main({ run }: { run: Run }) {
  return (
    <>
      <Note run={run} />
      <RunMetrics title="Metrics" run={run} />
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
