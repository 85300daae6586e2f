import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { noteOf, useExperimentActions } from './use-experiments.ts';

export function NoteDialog({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const [note, setNote] = useState(noteOf(experiment));
  const actions = useExperimentActions();
  const { error, busy, submit } = useSubmit(() => actions.setNote(experiment, note), onClose);
  return (
    <Dialog title={`Note on ${experiment.name}`} size="large" onClose={onClose}>
      <DialogForm submit="Save" disabled={busy} error={error} onSubmit={submit} onCancel={onClose}>
        <TextArea
          label="Markdown"
          value={note}
          autoFocus
          rows={12}
          onChange={(event) => setNote(event.target.value)}
          hint="Anyone who opens the experiment sees it."
        />
      </DialogForm>
    </Dialog>
  );
}
