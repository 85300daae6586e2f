import { useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { noteOf, useExperimentActions } from './use-experiments.ts';

export function NoteDialog({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const [note, setNote] = useState(noteOf(experiment));
  const [error, setError] = useState<string>();
  const { setNote: save } = useExperimentActions();
  const submit = async () => {
    try {
      await save(experiment, note);
      onClose();
    } catch (reason) {
      setError(String((reason as Error).message));
    }
  };
  return (
    <Dialog title={`Note on ${experiment.name}`} size="large" onClose={onClose}>
      <DialogForm submit="Save" error={error} onSubmit={() => void submit()} onCancel={onClose}>
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
