import type { ReactNode } from 'react';
import { Dialog, DialogForm } from './dialog.tsx';
import { useSubmit } from './use-submit.ts';

interface Props {
  title: string;
  /** On the button that does it. */
  deedName: string;
  danger?: boolean;
  disabled?: boolean;
  deed: () => Promise<unknown>;
  onClose: () => void;
  /** What will happen, and what there is to choose. */
  children: ReactNode;
}

/** Asks before something that others notice or that cannot be undone. */
export function Confirm({ title, deedName, danger = false, disabled = false, deed, onClose, children }: Props) {
  const { error, busy, submit } = useSubmit(deed, onClose);
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        submit={deedName}
        danger={danger}
        disabled={busy || disabled}
        error={error}
        onSubmit={submit}
        onCancel={onClose}
      >
        {children}
      </DialogForm>
    </Dialog>
  );
}
