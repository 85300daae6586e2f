import { isLive, type Run } from '../api/run.ts';
import { durationOf } from '../runs/column.ts';
import { duration } from '../state/time.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { Part } from '../ui/part.tsx';
import { FullTime, useNow } from '../ui/time.tsx';

export function Details({ run }: { run: Run }) {
  const { info, tags } = run;
  const lasted = durationOf(run, useNow());
  const commit = tags.get('mlflow.source.git.commit');
  const source = tags.get('mlflow.source.name');
  return (
    <Part title="Details">
      <DetailList>
        <Detail name="Started">
          <FullTime at={info.start_time} />
        </Detail>
        {lasted !== undefined && <Detail name={isLive(info) ? 'Running for' : 'Duration'}>{duration(lasted)}</Detail>}
        <Detail name="User">{tags.get('mlflow.user') ?? info.user_id}</Detail>
        <Detail name="Source">{source}</Detail>
        <Detail name="Commit">{commit && <code title={commit}>{commit.slice(0, 10)}</code>}</Detail>
        <Detail name="Run ID">
          <code>{run.id}</code>
          <CopyButton label="Copy the run ID" text={run.id} />
        </Detail>
      </DetailList>
    </Part>
  );
}
