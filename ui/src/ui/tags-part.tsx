import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { Chip } from './chip.tsx';
import { TextField } from './field.tsx';
import { Part } from './part.tsx';
import { PopoverButton } from './popover.tsx';
import styles from './tags-part.module.css';
import { complain, say } from './toasts.tsx';
import { useSubmit } from './use-submit.ts';

export interface TagDeeds {
  set: (key: string, value: string) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

interface Props {
  tags: readonly (readonly [key: string, value: string])[];
  /** None where nothing can be changed. */
  deeds?: TagDeeds | undefined;
}

/** The tags that people set: add, change and remove in place. Those of programs are left out. */
export function TagsPart({ tags, deeds }: Props) {
  const own = tags.filter(([key]) => !key.startsWith('mlflow.')).sort(([a], [b]) => a.localeCompare(b));
  const add = deeds && (
    <PopoverButton look="plain" icon="plus" label="Add tag" align="end" className={styles.panel}>
      {(close) => <TagForm deeds={deeds} name="" value="" onDone={close} />}
    </PopoverButton>
  );
  return (
    <Part title="Tags" action={add}>
      {own.length === 0 && <p className={styles.none}>No tags</p>}
      <ul className={styles.tags}>
        {own.map(([key, value]) => (
          <li key={key}>
            {deeds ? <EditableTag deeds={deeds} name={key} value={value} /> : <Chip name={key} value={value} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface TagProps {
  deeds: TagDeeds;
  name: string;
  value: string;
}

function EditableTag({ deeds, name, value }: TagProps) {
  const remove = async () => {
    try {
      await deeds.remove(name);
      const undo = () => void deeds.set(name, value).catch(complain);
      say(`Removed the tag ${name}.`, { label: 'Undo', run: undo });
    } catch (error) {
      complain(error);
    }
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
          <TagForm deeds={deeds} name={name} value={value} onDone={close} />
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

function TagForm({ deeds, name, value, onDone }: TagProps & { onDone: () => void }) {
  const [key, setKey] = useState(name);
  const [text, setText] = useState(value);
  const { error, busy, submit } = useSubmit(() => deeds.set(key.trim(), text), onDone);
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
