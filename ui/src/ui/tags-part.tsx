import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Run } from '../api/run.ts';
import { deleteRunTag } from '../api/runs.ts';
import { useRunActions } from '../runs/use-run-actions.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import { complain, say } from '../ui/toasts.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { Part } from './part.tsx';
import styles from './run-tags.module.css';

/** The tags that people set: add, change and remove in place. */
export function RunTags({ run }: { run: Run }) {
  const own = [...run.tags].filter(([key]) => !key.startsWith('mlflow.')).sort(([a], [b]) => a.localeCompare(b));
  const editable = run.info.lifecycle_stage === 'active';
  const add = editable && (
    <PopoverButton look="plain" icon="plus" label="Add tag" align="end" className={styles.panel}>
      {(close) => <TagForm run={run} name="" value="" onDone={close} />}
    </PopoverButton>
  );
  return (
    <Part title="Tags" action={add}>
      {own.length === 0 && <p className={styles.none}>No tags</p>}
      <ul className={styles.tags}>
        {own.map(([key, value]) => (
          <li key={key}>{editable ? <EditableTag run={run} name={key} value={value} /> : `${key}: ${value}`}</li>
        ))}
      </ul>
    </Part>
  );
}

function EditableTag({ run, name, value }: { run: Run; name: string; value: string }) {
  const client = useQueryClient();
  const { tag } = useRunActions();
  const refresh = () => client.invalidateQueries({ queryKey: ['run', run.id] });
  const remove = async () => {
    try {
      await deleteRunTag(run.id, name);
      const undo = () => void tag([run], name, value).catch(complain);
      say(`Removed the tag ${name}.`, { label: 'Undo', run: undo });
    } catch (error) {
      complain(error);
    }
    await refresh();
  };
  return (
    <PopoverButton
      look="outline"
      label={value ? `${name}: ${value}` : name}
      className={styles.panel}
      buttonClassName={styles.tag}
    >
      {(close) => (
        <>
          <TagForm run={run} name={name} value={value} onDone={close} />
          <Button
            look="plain"
            icon="trash"
            className={styles.remove}
            onClick={() => {
              close();
              void remove();
            }}
          >
            Remove this tag
          </Button>
        </>
      )}
    </PopoverButton>
  );
}

interface FormProps {
  run: Run;
  name: string;
  value: string;
  onDone: () => void;
}

function TagForm({ run, name, value, onDone }: FormProps) {
  const [key, setKey] = useState(name);
  const [text, setText] = useState(value);
  const { tag } = useRunActions();
  const { error, busy, submit } = useSubmit(() => tag([run], key.trim(), text), onDone);
  const take = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={take} className={styles.form}>
      {!name && <TextField label="Key" value={key} autoFocus onChange={(event) => setKey(event.target.value)} />}
      <TextField
        label={name ? `Value of ${name}` : 'Value'}
        value={text}
        autoFocus={name !== ''}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p role="alert">{error}</p>}
      <Button type="submit" look="primary" disabled={!key.trim() || busy}>
        Save
      </Button>
    </form>
  );
}
