import type { Run } from '../api/run.ts';
import { hrefs } from '../router/routes.ts';
import { RunStatusIcon } from '../runs/table/run-status.tsx';
import styles from '../ui/link-list.module.css';
import { Part } from '../ui/part.tsx';
import { useChildren, useRun } from './use-run.ts';

/** The run above and the runs below. */
export function Related({ run }: { run: Run }) {
  const parent = run.tags.get('mlflow.parentRunId');
  const children = useChildren(run.id, run.info.experiment_id).data?.runs ?? [];
  return (
    <>
      {parent && (
        <Part title="Parent run">
          <Parent id={parent} />
        </Part>
      )}
      {children.length > 0 && (
        <Part title="Child runs" count={children.length} action={children.length > 1 && <CompareAll runs={children} />}>
          <ul className={styles.list}>
            {children.map((child) => (
              <li key={child.id}>
                <RunLink run={child} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Parent({ id }: { id: string }) {
  const { data } = useRun(id);
  return data ? <RunLink run={data} /> : <code>{id}</code>;
}

function RunLink({ run }: { run: Run }) {
  return (
    <a href={hrefs.run(run.info.experiment_id, run.id)} className={styles.link}>
      <RunStatusIcon status={run.info.status} />
      {run.info.run_name}
    </a>
  );
}

function CompareAll({ runs }: { runs: readonly Run[] }) {
  const experiments = [...new Set(runs.map((run) => run.info.experiment_id))];
  const ids = runs.map((run) => run.id);
  return (
    <a href={hrefs.compare(experiments, ids)} className={styles.link}>
      Compare them
    </a>
  );
}
