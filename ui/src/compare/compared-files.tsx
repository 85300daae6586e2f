// The files that compared runs have in common, side by side; two texts as a difference.

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type FileInfo, listFiles, type Owner } from '../api/artifacts.ts';
import type { Run } from '../api/run.ts';
import { kindOf, mayShowUnasked, type PreviewKind } from '../artifacts/kinds.ts';
import { Preview } from '../artifacts/preview.tsx';
import { useFile } from '../artifacts/use-file.ts';
import { colourOf } from '../charts/colours.ts';
import { classes } from '../ui/classes.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './compared-files.module.css';
import { lineDiff } from './line-diff.ts';

const kMostFolders = 100;
const kMostRuns = 12;

async function allFiles(owner: Owner, signal: AbortSignal): Promise<FileInfo[]> {
  const files: FileInfo[] = [];
  const folders = [''];
  for (let read = 0; read < folders.length && read < kMostFolders; read++) {
    for (const file of await listFiles(owner, folders[read] ?? '', signal)) {
      if (file.is_dir) folders.push(file.path);
      else files.push(file);
    }
  }
  return files;
}

interface Sized {
  run: Run;
  owner: Owner;
  size: number | undefined;
}

interface Props {
  runs: readonly Run[];
  /** The one that is shown; where none is said, what most have. */
  file: string | undefined;
  onFile: (path: string) => void;
}

export default function ComparedFiles({ runs: all, file: chosen, onFile }: Props) {
  const runs = useMemo(() => all.slice(0, kMostRuns), [all]);
  const listings = useQueries({
    queries: runs.map((run) => ({
      queryKey: ['all-files', run.id],
      queryFn: ({ signal }: { signal: AbortSignal }) => allFiles({ run: run.id }, signal),
    })),
  });
  if (listings.some((listing) => listing.isPending)) return <Waiting />;

  const counts = new Map<string, number>();
  for (const { data = [] } of listings) for (const { path } of data) counts.set(path, (counts.get(path) ?? 0) + 1);
  // What most have is what can be compared.
  const paths = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b));
  const path = chosen ?? paths[0]?.[0];
  if (path === undefined) {
    return (
      <Notice title="These runs have no artifacts">
        <p>Files that runs log under the same path are shown side by side here:</p>
        <CodeBlock label="the line" code={'mlflow.log_figure(figure, "confusion.png")'} />
      </Notice>
    );
  }
  const sides = runs.map((run, index): Sized => {
    const file = listings[index]?.data?.find((each) => each.path === path);
    return { run, owner: { run: run.id }, size: file && (file.file_size ?? 0) };
  });
  return (
    <div className={styles.files}>
      <label className={styles.choice}>
        File
        <select value={path} onChange={(event) => onFile(event.target.value)}>
          {!counts.has(path) && <option value={path}>{path}</option>}
          {paths.map(([each, count]) => (
            <option key={each} value={each}>
              {each}
              {count < runs.length && ` (in ${count} of ${runs.length})`}
            </option>
          ))}
        </select>
      </label>
      <Sides key={path} path={path} kind={kindOf(path)} sides={sides} />
    </div>
  );
}

const kAsLines: readonly PreviewKind[] = ['text', 'mlmodel', 'markdown'];

/** Beside each other; texts as what makes each of the others out of the first. */
function Sides({ path, kind, sides }: { path: string; kind: PreviewKind; sides: readonly Sized[] }) {
  const having = sides.filter(({ size }) => size !== undefined && mayShowUnasked(kind, size));
  const [first, second] = having;
  const asLines = kAsLines.includes(kind);
  if (asLines && sides.length === 2 && first && second && having.length === 2) {
    return <TextDifference path={path} first={first} second={second} />;
  }
  return (
    <div className={styles.sides}>
      {sides.map((side) => (
        <section key={side.run.id} className={styles.side} aria-label={side.run.info.run_name}>
          <RunName run={side.run} />
          {side.size === undefined ? (
            <p className={styles.none}>It has no such file.</p>
          ) : asLines && first && side !== first && having.includes(side) ? (
            <TextDifference path={path} first={first} second={side} />
          ) : (
            <Preview owner={side.owner} path={path} size={side.size} kind={kind} />
          )}
        </section>
      ))}
    </div>
  );
}

function RunName({ run }: { run: Run }) {
  return (
    <h2 className={styles.name}>
      <span className={styles.colour} style={{ background: colourOf(run) }} />
      {run.info.run_name}
    </h2>
  );
}

function TextDifference({ path, first, second }: { path: string; first: Sized; second: Sized }) {
  const before = useFile(first.owner, path, 'text');
  const after = useFile(second.owner, path, 'text');
  const lines = useMemo(
    () => (before.data === undefined || after.data === undefined ? undefined : lineDiff(before.data, after.data)),
    [before.data, after.data],
  );
  const error = before.error ?? after.error;
  if (error) return <p role="alert">{error.message}</p>;
  if (before.data === undefined || after.data === undefined) return <Waiting />;
  if (!lines) return <p className={styles.none}>The two differ in too many lines to be shown as one text.</p>;
  if (lines.every(({ kind }) => kind === 'same'))
    return <p className={styles.none}>It is the same in {first.run.info.run_name}.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.difference} tabIndex={0} aria-label="Difference">
      <div className={styles.legend}>
        <span>
          <span className={styles.sign}>−</span> only in {first.run.info.run_name}
        </span>
        <span>
          <span className={styles.sign}>+</span> only in {second.run.info.run_name}
        </span>
      </div>
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <div key={index} className={classes(styles.line, styles[kind])}>
          <span className={styles.sign}>{{ same: ' ', removed: '−', added: '+' }[kind]}</span>
          {text}
        </div>
      ))}
    </section>
  );
}
