import { type ReactNode, useMemo, useState } from 'react';
import { fileAddress, type Owner, viewAddress } from '../api/artifacts.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { Button } from '../ui/button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { CodeView } from './code-view.tsx';
import { type Grid, gridOfLoggedTable, gridOfSeparated } from './grid.ts';
import { GridView } from './grid-view.tsx';
import { mayShowUnasked, nameOf, type PreviewKind, sizeText } from './kinds.ts';
import { readMlModel } from './mlmodel.ts';
import styles from './preview.module.css';
import { SignatureTable } from './signature-table.tsx';
import { useFile } from './use-file.ts';

interface FileProps {
  owner: Owner;
  path: string;
}

interface Props extends FileProps {
  size: number;
  kind: PreviewKind;
}

/** What is in a file, as far as a browser can show it. What is large waits to be asked for. */
export function Preview({ owner, path, size, kind }: Props) {
  const [asked, setAsked] = useState(false);
  if (kind === 'none') {
    return <Notice title="No preview">Download it to see what is in it.</Notice>;
  }
  if (!asked && !mayShowUnasked(kind, size)) {
    return (
      <Notice title={`${sizeText(size)} is a lot to load`}>
        <Button onClick={() => setAsked(true)}>Show it all the same</Button>
      </Notice>
    );
  }
  const Shown = kShown[kind];
  return <Shown owner={owner} path={path} />;
}

const kShown: Record<Exclude<PreviewKind, 'none'>, (props: FileProps) => ReactNode> = {
  image: ({ owner, path }) => <img className={styles.image} src={fileAddress(owner, path)} alt={nameOf(path)} />,
  audio: ({ owner, path }) => (
    // biome-ignore lint/a11y/useMediaCaption: what somebody logged has none
    <audio className={styles.media} controls preload="metadata" src={fileAddress(owner, path)} />
  ),
  video: ({ owner, path }) => (
    // biome-ignore lint/a11y/useMediaCaption: what somebody logged has none
    <video className={styles.media} controls preload="metadata" src={fileAddress(owner, path)} />
  ),
  pdf: ({ owner, path }) => <iframe className={styles.frame} title={nameOf(path)} src={viewAddress(owner, path)} />,
  // The server says once more, with the file, that it may do nothing outside its frame.
  html: ({ owner, path }) => (
    <iframe className={styles.frame} title={nameOf(path)} sandbox="allow-scripts" src={viewAddress(owner, path)} />
  ),
  text: TextPreview,
  markdown: (props) => (
    <Read {...props} form="text">
      {(text) => (
        <div className={styles.part}>
          <Markdown text={text} />
        </div>
      )}
    </Read>
  ),
  table: (props) => <Table {...props} read={(text) => gridOfSeparated(props.path, text)} />,
  'logged-table': (props) => <Table {...props} read={gridOfLoggedTable} />,
  parquet: ParquetPreview,
  mlmodel: MlModelPreview,
};

interface ReadProps<T> extends FileProps {
  form: T;
  children: (content: T extends 'text' ? string : ArrayBuffer) => ReactNode;
}

/** Reads the file whole, then shows what the children make of it. */
function Read<T extends 'text' | 'bytes'>({ owner, path, form, children }: ReadProps<T>) {
  const { data, error } = useFile(owner, path, form);
  if (error) return <Failure error={error} />;
  return data === undefined ? <Waiting /> : children(data as Parameters<typeof children>[0]);
}

function Failure({ error }: { error: unknown }) {
  return (
    <p role="alert" className={styles.part}>
      {error instanceof Error ? error.message : String(error)}
    </p>
  );
}

/** JSON on one line is laid out: that is what programs write and people cannot read. */
function readable(path: string, text: string): string {
  if (!/\.json$/i.test(path) || text.trim().includes('\n')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function TextPreview(props: FileProps) {
  return (
    <Read {...props} form="text">
      {(text) => <CodeView path={props.path} text={readable(props.path, text)} />}
    </Read>
  );
}

function Table({ read, ...props }: FileProps & { read: (text: string) => Grid }) {
  return (
    <Read {...props} form="text">
      {(text) => <Parsed make={() => read(text)} />}
    </Read>
  );
}

function Parsed({ make }: { make: () => Grid }) {
  try {
    return <GridView grid={make()} />;
  } catch (error) {
    return <Failure error={error} />;
  }
}

const readParquet = async (bytes: ArrayBuffer) => (await import('./parquet.ts')).gridOfParquet(bytes);

function ParquetPreview({ owner, path }: FileProps) {
  const { data, error } = useFile(owner, path, 'bytes', 'rows', readParquet);
  if (error) return <Failure error={error} />;
  return data ? <GridView grid={data} /> : <Waiting />;
}

function MlModelPreview({ owner, path }: FileProps) {
  const { data: text, error } = useFile(owner, path, 'text');
  const { data: model } = useFile(owner, path, 'text', 'mlmodel', readMlModel);
  const shown = useMemo(() => model?.flavors.join(', '), [model]);
  if (error) return <Failure error={error} />;
  return (
    <div className={styles.part}>
      {model && (
        <>
          <DetailList>
            <Detail name="Flavours">{shown}</Detail>
            <Detail name="Logged">{model.created}</Detail>
            <Detail name="By MLflow">{model.mlflowVersion}</Detail>
            <Detail name="Size">{model.size !== undefined && sizeText(model.size)}</Detail>
          </DetailList>
          {model.signature && <SignatureTable signature={model.signature} />}
        </>
      )}
      {text !== undefined && (
        <div className={styles.source}>
          <CodeView path={path} text={text} />
        </div>
      )}
    </div>
  );
}
