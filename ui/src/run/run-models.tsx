import type { Run } from '../api/run.ts';
import { useLoggedModels } from '../logged/queries.ts';
import { useVersionsOfRun } from '../models/queries.ts';
import { hrefs } from '../router/routes.ts';
import { Part } from '../ui/part.tsx';
import styles from './related.module.css';

/** The models that the run logged, and what they were registered as. */
export function RunModels({ run }: { run: Run }) {
  const { models = [] } = useLoggedModels(run.info.experiment_id, `source_run_id = '${run.id}'`);
  const versions = useVersionsOfRun(run.id).data ?? [];
  return (
    <>
      {models.length > 0 && (
        <Part title="Logged models" count={models.length}>
          <ul className={styles.list}>
            {models.map((model) => (
              <li key={model.id}>
                <a href={hrefs.loggedModel(model.experiment, model.id)} className={styles.link}>
                  {model.name}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
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
