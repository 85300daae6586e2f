import { useState } from 'react';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useExperimentActions } from './use-experiments.ts';

export function CreateExperiment({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const { create } = useExperimentActions();
  const submit = async () => {
    try {
      navigate(hrefs.experiment(await create(name.trim())));
    } catch (reason) {
      setError(String((reason as Error).message));
    }
  };
  return (
    <Dialog title="New experiment" onClose={onClose}>
      <DialogForm
        submit="Create"
        disabled={!name.trim()}
        error={error}
        onSubmit={() => void submit()}
        onCancel={onClose}
      >
        <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
