import type { ReactNode } from 'react';
import { isLive, type Run } from '../api/run.ts';
import { durationOf } from '../runs/column.ts';
import { duration } from '../state/time.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Time, useNow } from '../ui/time.tsx';
import styles from './details.module.css';
import { Part } from './part.tsx';

export function Details({ run }: { run: Run }) {
  const { info, tags } = run;
  const lasted = durationOf(run, useNow());
  const commit = tags.get('mlflow.source.git.commit');
  const source = tags.get('mlflow.source.name');
  return (
    <Part title="Details">
      <dl className={styles.list}>
        <Detail name="Started">
          <Time at={info.start_time} />
        </Detail>
        {lasted !== undefined && <Detail name={isLive(info) ? 'Running for' : 'Duration'}>{duration(lasted)}</Detail>}
        <Detail name="User">{tags.get('mlflow.user') ?? info.user_id}</Detail>
        <Detail name="Source">{source}</Detail>
        <Detail name="Commit">{commit && <code title={commit}>{commit.slice(0, 10)}</code>}</Detail>
        <Detail name="Run ID">
          <code className={styles.id}>{run.id}</code>
          <CopyButton label="Copy the run ID" text={run.id} />
        </Detail>
      </dl>
    </Part>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
