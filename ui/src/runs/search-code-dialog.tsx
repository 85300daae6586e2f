import { useState } from 'react';
import type { RunSearch } from '../api/runs.ts';
import { serverAddress } from '../state/server-address.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { curlSearch, pythonSearch } from './search-code.ts';
import styles from './search-code-dialog.module.css';

const kLanguages = [
  { value: 'python', label: 'Python', write: pythonSearch },
  { value: 'curl', label: 'curl', write: curlSearch },
] as const;

/** The search that the table shows, to be run again elsewhere. */
export function SearchCode({ search, onClose }: { search: RunSearch; onClose: () => void }) {
  const [language, setLanguage] = useState<'python' | 'curl'>('python');
  const code = kLanguages.find(({ value }) => value === language)?.write(serverAddress(), search) ?? '';
  return (
    <Dialog title="Code for this search" onClose={onClose} size="large">
      <div className={styles.bar}>
        <Segments label="Language" options={[...kLanguages]} value={language} onChange={setLanguage} />
        <CopyButton label="Copy the code" text={code} />
      </div>
      <pre className={styles.code}>
        <code>{code}</code>
      </pre>
    </Dialog>
  );
}
