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

interface Kind {
  title: string;
  /** What the reader can do about it. */
  advice: string;
}

const kKinds: Record<number, Kind> = {
  0: { title: 'No answer from the server', advice: 'Start it again, or look whether this machine still reaches it.' },
  401: { title: 'You are not signed in', advice: 'Sign in, then try again.' },
  403: { title: 'You are not allowed to see this', advice: 'Ask whoever runs this server for access.' },
  404: {
    title: 'This does not exist',
    advice: 'It may have been deleted for good, or the address has a mistake in it.',
  },
};
const kUnknown: Kind = {
  title: 'Something went wrong',
  advice: 'If it stays so, the server’s log says more about it.',
};

interface ErrorProps {
  error: unknown;
  retry?: () => void;
  /** Where to go on from here. */
  children?: ReactNode;
}

export function ErrorNotice({ error, retry, children }: ErrorProps) {
  const { title, advice } = (error instanceof ApiError && kKinds[error.status]) || kUnknown;
  return (
    <div role="alert">
      <Notice title={title}>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p>{advice}</p>
        <p className={styles.ways}>
          {retry && <Button onClick={retry}>Try again</Button>}
          {children}
        </p>
      </Notice>
    </div>
  );
}
