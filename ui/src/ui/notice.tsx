// What a page shows instead of its content: nothing yet, or an error with a way on.

import type { ReactNode } from 'react';
import { ApiError } from '../api/http.ts';
import { Button } from './button.tsx';
import styles from './notice.module.css';

export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.notice}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}

const kTitles: Record<number, string> = {
  0: 'No answer from the server',
  401: 'You are not signed in',
  403: 'You are not allowed to see this',
  404: 'This does not exist',
};

export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const title = (error instanceof ApiError && kTitles[error.status]) || 'Something went wrong';
  return (
    <div role="alert">
      <Notice title={title}>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        {retry && <Button onClick={retry}>Try again</Button>}
      </Notice>
    </div>
  );
}
