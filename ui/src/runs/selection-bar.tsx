import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ColourMenu } from './colour-menu.tsx';
import { RenameRun } from './rename-run.tsx';
import styles from './selection-bar.module.css';
import { TagRuns } from './tag-runs.tsx';
import { countOf, saveRuns, useRunActions } from './use-run-actions.ts';

interface Props {
  /** The selected runs, one at least. */
  runs: Run[];
  experiment: string;
  onClear: () => void;
}

/** What can be done with the selected runs. */
export function SelectionBar({ runs, experiment, onClear }: Props) {
  const [asking, setAsking] = useState<'name' | 'tag'>();
  const actions = useRunActions();
  const active = runs.filter((run) => run.info.lifecycle_stage === 'active');
  const deleted = runs.filter((run) => run.info.lifecycle_stage === 'deleted');
  const [only] = runs.length === 1 ? active : [];
  const compare = () => {
    const experiments = [...new Set(runs.map((run) => run.info.experiment_id))];
    navigate(
      hrefs.compare(
        experiments,
        runs.map((run) => run.id),
      ),
    );
  };
  const close = () => setAsking(undefined);
  return (
    <section className={styles.bar} aria-label="Selected runs">
      <span className={styles.count} role="status">
        {countOf(runs.length)} selected
      </span>
      {runs.length > 1 && (
        <Button look="plain" compact icon="compare" onClick={compare}>
          Compare
        </Button>
      )}
      {only && (
        <Button look="plain" compact icon="edit" onClick={() => setAsking('name')}>
          Rename
        </Button>
      )}
      {active.length > 0 && (
        <Button look="plain" compact icon="tag" onClick={() => setAsking('tag')}>
          Tag
        </Button>
      )}
      {active.length > 0 && <ColourMenu runs={active} />}
      <Menu
        look="plain"
        compact
        icon="download"
        label="Export"
        items={[
          { label: 'As CSV', onSelect: () => saveRuns(experiment, 'csv', runs) },
          { label: 'As JSON', onSelect: () => saveRuns(experiment, 'json', runs) },
        ]}
      />
      {deleted.length > 0 && (
        <Button look="plain" compact icon="restore" onClick={() => void actions.restore(deleted)}>
          Restore
        </Button>
      )}
      {active.length > 0 && (
        <Button look="plain" compact icon="trash" className={styles.danger} onClick={() => void actions.remove(active)}>
          Delete
        </Button>
      )}
      <Button look="plain" icon="close" iconOnly onClick={onClear}>
        Clear the selection
      </Button>
      {asking === 'tag' && <TagRuns runs={active} onClose={close} />}
      {asking === 'name' && only && <RenameRun run={only} onClose={close} />}
    </section>
  );
}
