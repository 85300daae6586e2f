import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { LoadModelPart } from '../artifacts/load-model-part.tsx';
import { useLoggedModels } from '../logged/queries.ts';
import { useVersionsOfRun } from '../models/queries.ts';
import { RegisteredAs } from '../models/version-links.tsx';
import { filesTab, hrefs } from '../router/routes.ts';
import styles from '../ui/link-list.module.css';
import { Part } from '../ui/part.tsx';
import { kHistoryTag, modelsByPath } from './logged-by-path.ts';

function useModelsOfRun(run: Run) {
  const { models = [] } = useLoggedModels(run.info.experiment_id, `source_run_id = '${run.id}'`);
  const history = run.tags.get(kHistoryTag);
  const byPath = useMemo(() => modelsByPath(history), [history]);
  return { models, byPath };
}

/** The models that the run logged, and what they were registered as. */
export function RunModels({ run }: { run: Run }) {
  const { models, byPath } = useModelsOfRun(run);
  const versions = useVersionsOfRun(run.id).data ?? [];
  const { experiment_id: experiment } = run.info;
  return (
    <>
      {models.length + byPath.length > 0 && (
        <Part title="Logged models" count={models.length + byPath.length}>
          <ul className={styles.list}>
            {models.map((model) => (
              <li key={model.id}>
                <a href={hrefs.loggedModel(model.experiment, model.id)} className={styles.link}>
                  {model.name}
                </a>
              </li>
            ))}
            {byPath.map(({ path, flavors }) => (
              <li key={path}>
                <a href={hrefs.run(experiment, run.id, filesTab(path))} className={styles.link}>
                  {path}
                </a>
                <span className={styles.aside}>
                  {flavors.filter((flavor) => flavor !== 'python_function').join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <RegisteredAs versions={versions} />
    </>
  );
}

/** How the model that the run logged last is loaded. */
export function LoadRunModel({ run }: { run: Run }) {
  const { models, byPath } = useModelsOfRun(run);
  const id = models[0]?.id;
  const path = byPath.at(-1)?.path;
  const owner = useMemo(() => (id === undefined ? { run: run.id } : { loggedModel: id }), [id, run.id]);
  if (id !== undefined) return <LoadModelPart owner={owner} uri={`models:/${id}`} />;
  return path === undefined ? null : <LoadModelPart owner={owner} folder={path} uri={`runs:/${run.id}/${path}`} />;
}
