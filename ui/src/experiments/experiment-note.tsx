import type { Experiment } from '../api/types.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import styles from './experiment-note.module.css';
import { noteOf } from './use-experiments.ts';

/** The experiment's note, one click away from its runs. */
export function ExperimentNote({ experiment }: { experiment: Experiment }) {
  const note = noteOf(experiment);
  if (!note) return null;
  return (
    <PopoverButton look="plain" icon="note" iconOnly label="Note" className={styles.panel}>
      {() => <Markdown text={note} />}
    </PopoverButton>
  );
}
