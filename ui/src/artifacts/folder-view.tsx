import { type ReactNode, useMemo } from 'react';
import { archiveAddress, type Owner } from '../api/artifacts.ts';
import { Icon } from '../ui/icon.tsx';
import files from './files.module.css';
import styles from './folder-view.module.css';
import { ImageSteps } from './image-steps.tsx';
import { nameOf, sizeText } from './kinds.ts';
import { loggedImages } from './logged-images.ts';
import { useFolder } from './use-folder.ts';

interface Props {
  owner: Owner;
  path: string;
  /** Stands in the header, with the folder's name. */
  trail: ReactNode;
  onPath: (path: string) => void;
}

/** What a folder has in it, to be opened or taken away as an archive. Images logged by step have a slider for each key. */
export function FolderView({ owner, path, trail, onPath }: Props) {
  const { data = [] } = useFolder(owner, path);
  const images = useMemo(() => loggedImages(data), [data]);
  return (
    <div className={files.chosen}>
      <header className={files.header}>
        {trail}
        <span className={files.space} />
        <a className={files.download} href={archiveAddress(owner, path)} download>
          <Icon name="download" /> Download as .zip
        </a>
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
