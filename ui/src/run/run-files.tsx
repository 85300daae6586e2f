import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { Files } from '../artifacts/files.tsx';
import { hrefs } from '../router/routes.ts';

const kTablesTag = 'mlflow.loggedArtifacts';

interface Props {
  run: Run;
  path: string;
}

/** The run's artifacts. Loaded when the tab is first opened. */
export default function RunFiles({ run, path }: Props) {
  const owner = useMemo(() => ({ run: run.id }), [run.id]);
  const tables = useMemo(() => tablesOf(run.tags.get(kTablesTag)), [run.tags]);
  const hrefOf = (next: string) => hrefs.artifacts(run.info.experiment_id, run.id, next);
  return <Files owner={owner} path={path} hrefOf={hrefOf} tables={tables} />;
}

/** The paths that log_table has noted in the run's tag. */
function tablesOf(tag: string | undefined): ReadonlySet<string> {
  try {
    const list = JSON.parse(tag ?? '[]') as { path?: string; type?: string }[];
    return new Set(list.flatMap(({ path, type }) => (path && type === 'table' ? [path] : [])));
  } catch {
    return new Set();
  }
}
