import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Part } from '../ui/part.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { Markdown } from './markdown.tsx';
import styles from './note-part.module.css';

interface Props {
  title: string;
  /** On the button where there is none yet. */
  addLabel: string;
  text: string;
  /** None where it cannot be changed. */
  onSave?: ((text: string) => Promise<void>) | undefined;
}

/** A text in Markdown, edited in place. */
export function NotePart({ title, addLabel, text, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  if (!text && !onSave) return null;
  if (!text && !editing) {
    return (
      <div>
        <Button icon="note" onClick={() => setEditing(true)}>
          {addLabel}
        </Button>
      </div>
    );
  }
  const edit = onSave && !editing && (
    <Button look="plain" icon="edit" onClick={() => setEditing(true)}>
      Edit
    </Button>
  );
  return (
    <Part title={title} action={edit}>
      {editing && onSave ? (
        <Editor text={text} onSave={onSave} onDone={() => setEditing(false)} />
      ) : (
        <Markdown text={text} />
      )}
    </Part>
  );
}

interface EditorProps {
  text: string;
  onSave: (text: string) => Promise<void>;
  onDone: () => void;
}

function Editor({ text: before, onSave, onDone }: EditorProps) {
  const [text, setText] = useState(before);
  const { error, busy, submit } = useSubmit(() => onSave(text), onDone);
  return (
    <div className={styles.editor}>
      <TextArea label="Markdown" value={text} autoFocus rows={8} onChange={(event) => setText(event.target.value)} />
      {error && <p role="alert">{error}</p>}
      <div className={styles.buttons}>
        <Button look="primary" disabled={busy} onClick={submit}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
