import { useMemo } from 'react';
import { ExperimentMenu } from '../experiments/experiment-menu.tsx';
import { ExperimentNote } from '../experiments/experiment-note.tsx';
import { useExperiment } from '../experiments/use-experiments.ts';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import styles from './experiment-page.module.css';
import { RunsWorkbench } from './runs-workbench.tsx';

export function ExperimentPage({ id }: { id: string }) {
  const { data: experiment, error, refetch } = useExperiment(id);
  const experiments = useMemo(() => [id], [id]);
  const name = experiment?.name ?? '';
  return (
    <Frame
      title={name || 'Experiment'}
      crumbs={[{ label: 'Experiments', href: hrefs.experiments() }, { label: name }]}
      actions={
        experiment && (
          <>
            <ExperimentNote experiment={experiment} />
            <a href={hrefs.loggedModels(id)} className={styles.models}>
              Logged models
            </a>
            <ExperimentMenu experiment={experiment} />
          </>
        )
      }
    >
      <h1 className="visually-hidden">{name || 'Experiment'}</h1>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : (
        <RunsWorkbench experiments={experiments} name={name} experiment={experiment} />
      )}
    </Frame>
  );
}
