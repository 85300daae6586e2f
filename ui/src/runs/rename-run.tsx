import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { useRunActions } from './use-run-actions.ts';

export function RenameRun({ run, onClose }: { run: Run; onClose: () => void }) {
  const [name, setName] = useState(run.info.run_name);
  const { rename } = useRunActions();
  const { error, busy, submit } = useSubmit(() => rename(run, name.trim()), onClose);
  return (
    <Dialog title="Rename run" onClose={onClose}>
      <DialogForm submit="Rename" disabled={!name.trim() || busy} error={error} onSubmit={submit} onCancel={onClose}>
        <TextField label="Name" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
