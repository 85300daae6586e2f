import { useState } from 'react';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { useExperimentActions } from './use-experiments.ts';

export function CreateExperiment({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const { create } = useExperimentActions();
  const createAndOpen = async () => navigate(hrefs.experiment(await create(name.trim())));
  const { error, busy, submit } = useSubmit(createAndOpen, onClose);
  return (
    <Dialog title="New experiment" onClose={onClose}>
      <DialogForm submit="Create" disabled={!name.trim() || busy} error={error} onSubmit={submit} onCancel={onClose}>
        <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
