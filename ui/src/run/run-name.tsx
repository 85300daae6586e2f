import { type FormEvent, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import { useRunActions } from '../runs/use-run-actions.ts';
import { Button } from '../ui/button.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './run-name.module.css';

/** The run's name as the page's heading, changed in its place: Enter takes it, Escape leaves it as it was. */
export function RunName({ run }: { run: Run }) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const name = run.info.run_name || run.id;
  const done = () => {
    setEditing(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  if (editing) return <NameForm run={run} onDone={done} />;
  return (
    <>
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      {run.info.lifecycle_stage === 'active' && (
        <span ref={button}>
          <Button look="plain" icon="edit" iconOnly onClick={() => setEditing(true)}>
            Rename
          </Button>
        </span>
      )}
    </>
  );
}

function NameForm({ run, onDone }: { run: Run; onDone: () => void }) {
  const before = run.info.run_name;
  const [name, setName] = useState(before);
  const { rename } = useRunActions();
  const change = async () => {
    if (name.trim() !== before) await rename(run, name.trim());
  };
  const { error, busy, submit } = useSubmit(change, onDone);
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) submit();
  };
  return (
    <form className={styles.form} onSubmit={take} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <h1 className="visually-hidden">{before || run.id}</h1>
      <input
        className={styles.input}
        aria-label="Name"
        value={name}
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed became this field
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={busy || !name.trim()}>
        Save
      </Button>
      <Button onClick={onDone}>Cancel</Button>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </form>
  );
}
