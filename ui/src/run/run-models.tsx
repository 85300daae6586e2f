import type { Run } from '../api/run.ts';
import { useVersionsOfRun } from '../models/queries.ts';
import { hrefs } from '../router/routes.ts';
import { Part } from '../ui/part.tsx';
import styles from './related.module.css';

/** What the run's models were registered as. */
export function RunModels({ run }: { run: Run }) {
  const versions = useVersionsOfRun(run.id).data ?? [];
  return (
    <>
      {versions.length > 0 && (
        <Part title="Registered as" count={versions.length}>
          <ul className={styles.list}>
            {versions.map(({ name, version }) => (
              <li key={`${name} ${version}`}>
                <a href={hrefs.modelVersion(name, version)} className={styles.link}>
                  {name}, version {version}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
