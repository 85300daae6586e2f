import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { hrefs } from '../router/routes.ts';
import { Chip } from '../ui/chip.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Time } from '../ui/time.tsx';
import styles from './experiment-list.module.css';
import { NoteDialog } from './note-dialog.tsx';
import { RenameExperiment } from './rename-experiment.tsx';
import { noteOf, ownTags, useExperimentActions } from './use-experiments.ts';

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
        <RowMenu experiment={experiment} />
      </td>
    </tr>
  );
}

function RowMenu({ experiment }: { experiment: Experiment }) {
  const [asking, setAsking] = useState<'name' | 'note'>();
  const actions = useExperimentActions();
  const items: MenuItem[] =
    experiment.lifecycle_stage === 'active'
      ? [
          { label: 'Rename', icon: 'edit', onSelect: () => setAsking('name') },
          { label: 'Edit note', icon: 'note', onSelect: () => setAsking('note') },
          {
            label: 'Delete',
            icon: 'trash',
            danger: true,
            separated: true,
            onSelect: () => void actions.remove(experiment),
          },
        ]
      : [{ label: 'Restore', icon: 'restore', onSelect: () => void actions.restore(experiment) }];
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu look="plain" icon="more" iconOnly align="end" label={`Actions for ${experiment.name}`} items={items} />
      {asking === 'name' && <RenameExperiment experiment={experiment} onClose={close} />}
      {asking === 'note' && <NoteDialog experiment={experiment} onClose={close} />}
    </>
  );
}

function firstLine(markdown: string): string {
  const line = markdown.split('\n').find((each) => /\w/.test(each) && !each.startsWith('#')) ?? '';
  return line.replace(/[*_`#>[\]]/g, '').trim();
}
