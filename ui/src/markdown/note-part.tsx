import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { useRunActions } from '../runs/use-run-actions.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './note.module.css';
import { Part } from './part.tsx';

const kNoteTag = 'mlflow.note.content';

export function Note({ run }: { run: Run }) {
  const [editing, setEditing] = useState(false);
  const note = run.tags.get(kNoteTag) ?? '';
  const editable = run.info.lifecycle_stage === 'active';
  if (!note && !editable) return null;
  if (!note && !editing) {
    return (
      <div>
        <Button icon="note" onClick={() => setEditing(true)}>
          Add a note
        </Button>
      </div>
    );
  }
  const edit = editable && !editing && (
    <Button look="plain" icon="edit" onClick={() => setEditing(true)}>
      Edit
    </Button>
  );
  return (
    <Part title="Note" action={edit}>
      {editing ? <Editor run={run} note={note} onDone={() => setEditing(false)} /> : <Markdown text={note} />}
    </Part>
  );
}

function Editor({ run, note, onDone }: { run: Run; note: string; onDone: () => void }) {
  const [text, setText] = useState(note);
  const { tag } = useRunActions();
  const { error, busy, submit } = useSubmit(() => tag([run], kNoteTag, text), onDone);
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
