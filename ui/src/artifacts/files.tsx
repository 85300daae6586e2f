// Somebody's files: a tree, and what is chosen in it.

import { fileAddress, type Owner } from '../api/artifacts.ts';
import { navigate } from '../router/address.ts';
import { Split } from '../runs/split.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
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
  /** The address of the page with another one chosen. */
  hrefOf: (path: string) => string;
  /** Results of log_table, by path. */
  tables?: ReadonlySet<string>;
}

const kNoTables: ReadonlySet<string> = new Set();

export function Files({ owner, path, hrefOf, tables = kNoTables }: Props) {
  const root = useFolder(owner, '');
  const narrow = useNarrow();
  const onPath = (next: string) => navigate(hrefOf(next));
  if (root.error) return <ErrorNotice error={root.error} retry={() => void root.refetch()} />;
  if (!root.data) return <Waiting />;
  if (root.data.length === 0) {
    return (
      <Notice title="No artifacts">
        <p>Files, figures and models that a run keeps:</p>
        <CodeBlock
          label="the lines"
          code={'mlflow.log_artifact("report.html")\nmlflow.log_figure(figure, "loss.png")'}
        />
      </Notice>
    );
  }
  const chosen = <Chosen owner={owner} path={path} hrefOf={hrefOf} onPath={onPath} tables={tables} />;
  // On a phone, folders are gone through one by one.
  if (narrow) return chosen;
  return <Split name="files" begin={24} left={<FileTree owner={owner} path={path} onPath={onPath} />} right={chosen} />;
}

interface ChosenProps extends Required<Props> {
  onPath: (path: string) => void;
}

function Chosen({ owner, path, hrefOf, onPath, tables }: ChosenProps) {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const siblings = useFolder(owner, parent);
  const file = siblings.data?.find((each) => each.path === path);
  const trail = <Trail path={path} hrefOf={hrefOf} />;
  if (path === '' || file?.is_dir) return <FolderView owner={owner} path={path} trail={trail} onPath={onPath} />;
  if (!siblings.data) return null;
  if (!file) {
    return (
      <Notice title="This file does not exist">
        <p>
          It may have been removed, or not be written yet. <a href={hrefOf('')}>See all files</a>
        </p>
      </Notice>
    );
  }
  const size = file.file_size ?? 0;
  return (
    <div className={styles.chosen}>
      <header className={styles.header}>
        {trail}
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

/** The way back up, ending in the name of what is shown. */
function Trail({ path, hrefOf }: Pick<Props, 'path' | 'hrefOf'>) {
  const parts = path.split('/').filter(Boolean);
  return (
    <div className={styles.trail}>
      {parts.length > 0 && <a href={hrefOf('')}>All files</a>}
      {parts.slice(0, -1).map((part, index) => {
        const folder = parts.slice(0, index + 1).join('/');
        return (
          <span key={folder}>
            <span className={styles.slash}>/</span> <a href={hrefOf(folder)}>{part}</a>
          </span>
        );
      })}
      {parts.length > 0 && <span className={styles.slash}>/</span>}
      <h2 className={styles.title}>{nameOf(path) || 'All files'}</h2>
    </div>
  );
}
