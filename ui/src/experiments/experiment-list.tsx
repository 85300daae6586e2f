import type { Experiment } from '../api/types.ts';
import { hrefs } from '../router/routes.ts';
import { Chip } from '../ui/chip.tsx';
import { Time } from '../ui/time.tsx';
import styles from './experiment-list.module.css';
import { ExperimentMenu } from './experiment-menu.tsx';
import { noteOf, ownTags } from './use-experiments.ts';

export function ExperimentList({ experiments }: { experiments: Experiment[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={styles.wide}>
            Tags
          </th>
          <th scope="col" className={styles.time}>
            Changed
          </th>
          <th scope="col" className={styles.time}>
            Created
          </th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {experiments.map((experiment) => (
          <Row key={experiment.experiment_id} experiment={experiment} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ experiment }: { experiment: Experiment }) {
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <a href={hrefs.experiment(experiment.experiment_id)}>{experiment.name}</a>
        <span className={styles.note}>{firstLine(noteOf(experiment))}</span>
      </th>
      <td className={styles.wide}>
        <span className={styles.tags}>
          {ownTags(experiment).map((tag) => (
            <Chip key={tag.key} name={tag.key} value={tag.value} />
          ))}
        </span>
      </td>
      <td className={styles.time}>
        <Time at={experiment.last_update_time} />
      </td>
      <td className={styles.time}>
        <Time at={experiment.creation_time} />
      </td>
      <td className={styles.menu}>
        <ExperimentMenu experiment={experiment} />
      </td>
    </tr>
  );
}

function firstLine(markdown: string): string {
  const line = markdown.split('\n').find((each) => /\w/.test(each) && !each.startsWith('#')) ?? '';
  return line.replace(/[*_`#>[\]]/g, '').trim();
}
