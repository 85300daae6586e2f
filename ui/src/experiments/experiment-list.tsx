import type { Activity } from '../api/cairn.ts';
import type { Experiment } from '../api/types.ts';
import { hrefs } from '../router/routes.ts';
import { Chip } from '../ui/chip.tsx';
import styles from '../ui/list-table.module.css';
import { Time } from '../ui/time.tsx';
import { ExperimentMenu } from './experiment-menu.tsx';
import { noteOf, ownTags, useActivity } from './use-experiments.ts';

interface Props {
  experiments: Experiment[];
  selected: ReadonlySet<string>;
  onSelect: (id: string, selected: boolean) => void;
}

export function ExperimentList({ experiments, selected, onSelect }: Props) {
  const activity = useActivity(experiments);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Selected</span>
          </th>
          <th scope="col">Name</th>
          <th scope="col" className={styles.wide}>
            Tags
          </th>
          <th scope="col" className={styles.count}>
            Runs
          </th>
          <th scope="col" className={styles.time}>
            Last activity
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
          <Row
            key={experiment.experiment_id}
            experiment={experiment}
            activity={activity?.get(experiment.experiment_id)}
            selected={selected.has(experiment.experiment_id)}
            onSelect={(now) => onSelect(experiment.experiment_id, now)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  experiment: Experiment;
  activity: Activity | undefined;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

function Row({ experiment, activity, selected, onSelect }: RowProps) {
  return (
    <tr>
      <td className={styles.check}>
        <input
          type="checkbox"
          aria-label={`Select ${experiment.name}`}
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </td>
      <th scope="row" className={styles.name}>
        <a href={hrefs.experiment(experiment.experiment_id)}>{experiment.name}</a>
        <span className={styles.note}>{firstLine(noteOf(experiment))}</span>
      </th>
      <td className={styles.wide}>
        <span className={styles.chips}>
          {ownTags(experiment).map((tag) => (
            <Chip key={tag.key} name={tag.key} value={tag.value} />
          ))}
        </span>
      </td>
      <td className={styles.count}>
        {activity?.runs.toLocaleString('en')}
        {activity !== undefined && activity.running > 0 && (
          <span className={styles.running}>{activity.running} running</span>
        )}
      </td>
      <td className={styles.time}>
        <Time at={activity?.last_activity ?? experiment.last_update_time} />
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
