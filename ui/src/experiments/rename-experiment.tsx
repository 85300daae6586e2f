import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useExperimentActions } from './use-experiments.ts';

export function RenameExperiment({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const [name, setName] = useState(experiment.name);
  const [error, setError] = useState<string>();
  const { rename } = useExperimentActions();
  const submit = async () => {
    try {
      await rename(experiment, name.trim());
      onClose();
    } catch (reason) {
      setError(String((reason as Error).message));
    }
  };
  return (
    <Dialog title="Rename experiment" onClose={onClose}>
      <DialogForm
        submit="Rename"
        disabled={!name.trim() || name.trim() === experiment.name}
        error={error}
        onSubmit={() => void submit()}
        onCancel={onClose}
      >
        <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
