import type { Run } from '../api/run.ts';
import { NotePart } from '../markdown/note-part.tsx';
import { useRunActions } from '../runs/use-run-actions.ts';

const kNoteTag = 'mlflow.note.content';

export function Note({ run }: { run: Run }) {
  const { tag } = useRunActions();
  const save = (text: string) => tag([run], kNoteTag, text);
  return (
    <NotePart
      title="Note"
      addLabel="Add a note"
      text={run.tags.get(kNoteTag) ?? ''}
      onSave={run.info.lifecycle_stage === 'active' ? save : undefined}
    />
  );
}
