import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { RenameExperiment } from './rename-experiment.tsx';
import { useExperimentActions } from './use-experiments.ts';

/** What can be done to an experiment, in the list and on its own page. */
export function ExperimentMenu({ experiment }: { experiment: Experiment }) {
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
