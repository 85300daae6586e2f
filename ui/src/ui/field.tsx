import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';
import { takeFocus } from './take-focus.ts';

interface Labelled {
  label: string;
  hint?: string;
}

export function TextField({ label, hint, autoFocus, ...input }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={autoFocus ? takeFocus : undefined}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        {...input}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  );
}

export function TextArea({ label, hint, autoFocus, ...input }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} ref={autoFocus ? takeFocus : undefined} className={styles.input} {...input} />
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  );
}

/** A search box whose label only a screen reader needs. */
export function SearchField({ label, autoFocus, ...input }: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <input
      type="search"
      ref={autoFocus ? takeFocus : undefined}
      aria-label={label}
      placeholder={label}
      className={styles.input}
      autoComplete="off"
      spellCheck={false}
      {...input}
    />
  );
}
