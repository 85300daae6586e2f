// A modal question on the browser's <dialog>: it traps the focus, closes on Escape, and gives the focus back.

import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  size?: 'small' | 'large';
  children: ReactNode;
}

export function Dialog({ title, onClose, size = 'small', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={classes(styles.dialog, styles[size])}
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <Button look="plain" icon="close" iconOnly onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

interface FormProps {
  submit: string;
  danger?: boolean;
  disabled?: boolean;
  error?: string | undefined;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A dialog's fields with its two buttons; Enter submits. */
export function DialogForm({ submit, danger, disabled, error, onSubmit, onCancel, children }: FormProps) {
  const take = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={take} className={styles.form}>
      {children}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <footer className={styles.footer}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={disabled}>
          {submit}
        </Button>
      </footer>
    </form>
  );
}
