// Somebody's files: a tree, and what is chosen in it.

import { fileAddress, type Owner } from '../api/artifacts.ts';
import { Split } from '../runs/split.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { FileTree } from './file-tree.tsx';
import styles from './files.module.css';
import { FolderView } from './folder-view.tsx';
import { kindOf, nameOf, sizeText } from './kinds.ts';
import { Preview } from './preview.tsx';
import { useFolder } from './use-folder.ts';

interface Props {
  owner: Owner;
  /** What is chosen; nothing is the root. */
  path: string;
  onPath: (path: string) => void;
  /** Results of log_table, by path. */
  tables: ReadonlySet<string>;
}

export function Files({ owner, path, onPath, tables }: Props) {
  const root = useFolder(owner, '');
  if (root.error) return <ErrorNotice error={root.error} retry={() => void root.refetch()} />;
  if (!root.data) return null;
  if (root.data.length === 0) {
    return (
      <Notice title="No artifacts">
        <p>Files, figures and models that a run keeps:</p>
        <pre>{'mlflow.log_artifact("report.html")\nmlflow.log_figure(figure, "loss.png")'}</pre>
      </Notice>
    );
  }
  return (
    <Split
      name="files"
      begin={24}
      left={<FileTree owner={owner} path={path} onPath={onPath} />}
      right={<Chosen owner={owner} path={path} onPath={onPath} tables={tables} />}
    />
  );
}

function Chosen({ owner, path, onPath, tables }: Props) {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const siblings = useFolder(owner, parent);
  const file = siblings.data?.find((each) => each.path === path);
  if (path === '' || file?.is_dir) return <FolderView owner={owner} path={path} onPath={onPath} />;
  if (!siblings.data) return null;
  if (!file) return <Notice title="This file does not exist" />;
  const size = file.file_size ?? 0;
  return (
    <div className={styles.chosen}>
      <header className={styles.header}>
        <h2 className={styles.title}>{nameOf(path)}</h2>
        <span className={styles.size}>{sizeText(size)}</span>
        <CopyButton label="Copy the path" text={path} />
        <span className={styles.space} />
        <a className={styles.download} href={fileAddress(owner, path)} download={nameOf(path)}>
          <Icon name="download" /> Download
        </a>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.preview} tabIndex={0} aria-label="Preview">
        <Preview key={path} owner={owner} path={path} size={size} kind={kindOf(path, tables)} />
      </section>
    </div>
  );
}
