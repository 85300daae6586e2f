import { useState } from 'react';
import { Dialog, DialogForm } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

interface Props {
  metric: string;
  onStep: (step: number) => void;
  onClose: () => void;
}

/** Asks at which step a metric's column is to be read. */
export function StepDialog({ metric, onStep, onClose }: Props) {
  const [text, setText] = useState('0');
  const step = Number(text);
  const valid = text.trim() !== '' && Number.isSafeInteger(step);
  const take = () => {
    onStep(step);
    onClose();
  };
  return (
    <Dialog title={`${metric} at a step`} onClose={onClose}>
      <DialogForm submit="Show" disabled={!valid} onSubmit={take} onCancel={onClose}>
        <TextField
          label="Step"
          inputMode="numeric"
          value={text}
          autoFocus
          hint="The last value at this step or before it."
          onChange={(event) => setText(event.target.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
