import { useMemo, useState } from 'react';
import type { Owner } from '../api/artifacts.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { complain } from '../ui/toasts.tsx';
import { saveFolder } from './archive.ts';
import files from './files.module.css';
import styles from './folder-view.module.css';
import { ImageSteps } from './image-steps.tsx';
import { nameOf, sizeText } from './kinds.ts';
import { loggedImages } from './logged-images.ts';
import { useFolder } from './use-folder.ts';

interface Props {
  owner: Owner;
  path: string;
  onPath: (path: string) => void;
}

/** What a folder has in it, to be opened or taken away as an archive. Images logged by step have a slider for each key. */
export function FolderView({ owner, path, onPath }: Props) {
  const { data = [] } = useFolder(owner, path);
  const images = useMemo(() => loggedImages(data), [data]);
  const [done, setDone] = useState<number>();
  const save = async () => {
    setDone(0);
    try {
      await saveFolder(owner, path, setDone);
    } catch (error) {
      complain(error);
    }
    setDone(undefined);
  };
  return (
    <div className={files.chosen}>
      <header className={files.header}>
        <h2 className={files.title}>{path ? nameOf(path) : 'All files'}</h2>
        <span className={files.space} />
        <Button icon="download" disabled={done !== undefined} onClick={() => void save()}>
          {done === undefined ? 'Download as .zip' : `${done} files read…`}
        </Button>
      </header>
      <div className={files.preview}>
        {images.size > 0 && (
          <div className={styles.images}>
            {[...images].map(([key, own]) => (
              <ImageSteps key={key} owner={owner} name={key} images={own} />
            ))}
          </div>
        )}
        <ul className={styles.list}>
          {data.map((file) => (
            <li key={file.path}>
              <button type="button" className={styles.entry} onClick={() => onPath(file.path)}>
                <Icon name={file.is_dir ? 'folder' : 'file'} />
                <span className={styles.name}>{nameOf(file.path)}</span>
                {!file.is_dir && <span className={styles.size}>{sizeText(file.file_size ?? 0)}</span>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
