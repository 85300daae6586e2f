import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FileInfo, Owner } from '../api/artifacts.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './file-tree.module.css';
import { nameOf, sizeText } from './kinds.ts';
import { useFolder } from './use-folder.ts';

interface Props {
  owner: Owner;
  path: string;
  onPath: (path: string) => void;
}

/** Folders above a path, the root left out: "a/b/c" is in "a" and "a/b". */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Where the folder is in which an item is. */
function above(items: readonly HTMLElement[], at: number): number {
  const level = Number(items[at]?.ariaLevel);
  return items.findLastIndex((item, index) => index < at && Number(item.ariaLevel) < level);
}

/** Folders are read when they are opened. Up and Down move, Right and Left open and close, Enter chooses. */
export function FileTree({ owner, path, onPath }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([...foldersAbove(path), path]));
  const tree = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen((now) => new Set([...now, ...foldersAbove(path)])), [path]);
  const toggle = (folder: string, wanted = !open.has(folder)) => {
    const next = new Set(open);
    if (wanted) next.add(folder);
    else next.delete(folder);
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
    const item = document.activeElement as HTMLElement;
    const at = items.indexOf(item);
    const folder = item.ariaExpanded === null ? undefined : (item.dataset.path ?? '');
    const deeds: Record<string, () => void> = {
      ArrowDown: () => items[at + 1]?.focus(),
      ArrowUp: () => items[at - 1]?.focus(),
      Home: () => items[0]?.focus(),
      End: () => items.at(-1)?.focus(),
      ArrowRight: () => folder !== undefined && (open.has(folder) ? items[at + 1]?.focus() : toggle(folder, true)),
      ArrowLeft: () =>
        folder !== undefined && open.has(folder) ? toggle(folder, false) : items[above(items, at)]?.focus(),
      Enter: () => item.click(),
      ' ': () => item.click(),
    };
    const deed = deeds[event.key];
    if (!deed || at < 0) return;
    event.preventDefault();
    deed();
  };
  return (
    <div role="tree" aria-label="Files" ref={tree} className={styles.tree} onKeyDown={onKeyDown} tabIndex={-1}>
      <Folder
        owner={owner}
        folder=""
        depth={0}
        path={path}
        open={open}
        onChoose={(file) => {
          if (file.is_dir) toggle(file.path);
          onPath(file.path);
        }}
      />
    </div>
  );
}

interface FolderProps {
  owner: Owner;
  folder: string;
  depth: number;
  path: string;
  open: ReadonlySet<string>;
  onChoose: (file: FileInfo) => void;
}

function Folder({ owner, folder, depth, path, open, onChoose }: FolderProps) {
  const { data: files, error } = useFolder(owner, folder);
  if (error) return <p role="alert">{error.message}</p>;
  const first = files?.[0]?.path;
  return files?.map((file) => (
    <div key={file.path} role="none">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys */}
      <div
        role="treeitem"
        data-path={file.path}
        aria-level={depth + 1}
        aria-selected={file.path === path}
        {...(file.is_dir && { 'aria-expanded': open.has(file.path) })}
        // One of them is reached by Tab: the chosen one, or the first.
        tabIndex={file.path === path || (path === '' && depth === 0 && file.path === first) ? 0 : -1}
        className={classes(styles.item, file.path === path && styles.chosen)}
        style={{ paddingLeft: 8 + depth * 16 }}
        onClick={() => onChoose(file)}
      >
        <Icon name={file.is_dir ? (open.has(file.path) ? 'down' : 'right') : 'file'} />
        <span className={styles.name}>{nameOf(file.path)}</span>
        {!file.is_dir && <span className={styles.size}>{sizeText(file.file_size ?? 0)}</span>}
      </div>
      {file.is_dir && open.has(file.path) && (
        <Folder owner={owner} folder={file.path} depth={depth + 1} path={path} open={open} onChoose={onChoose} />
      )}
    </div>
  ));
}
