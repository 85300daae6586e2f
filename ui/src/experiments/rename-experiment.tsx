import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { useExperimentActions } from './use-experiments.ts';

export function RenameExperiment({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const [name, setName] = useState(experiment.name);
  const { rename } = useExperimentActions();
  const { error, busy, submit } = useSubmit(() => rename(experiment, name.trim()), onClose);
  const unchanged = !name.trim() || name.trim() === experiment.name;
  return (
    <Dialog title="Rename experiment" onClose={onClose}>
      <DialogForm submit="Rename" disabled={unchanged || busy} error={error} onSubmit={submit} onCancel={onClose}>
        <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
