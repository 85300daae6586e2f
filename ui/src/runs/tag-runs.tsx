import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { countOf, useRunActions } from './use-run-actions.ts';

export function TagRuns({ runs, onClose }: { runs: Run[]; onClose: () => void }) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const { tag } = useRunActions();
  const { error, busy, submit } = useSubmit(() => tag(runs, key.trim(), value), onClose);
  return (
    <Dialog title={`Tag ${countOf(runs.length)}`} onClose={onClose}>
      <DialogForm submit="Set tag" disabled={!key.trim() || busy} error={error} onSubmit={submit} onCancel={onClose}>
        <TextField label="Key" value={key} autoFocus onChange={(event) => setKey(event.target.value)} />
        <TextField label="Value" value={value} onChange={(event) => setValue(event.target.value)} />
      </DialogForm>
    </Dialog>
  );
}
