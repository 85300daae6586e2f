import type { ReactNode } from 'react';
import styles from './loaded.module.css';
import { ErrorNotice } from './notice.tsx';

export function Waiting() {
  return (
    <p role="status" className={styles.waiting}>
      Loading…
    </p>
  );
}

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** What the page is called until its own heading is there. */
  heading: string;
  /** Where to go on from an error. */
  ways?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A page's content once it is there; until then, that it is coming, or why it is not. */
export function Loaded<T>({ query, heading, ways, children }: Props<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  return (
    <>
      <h1 className="visually-hidden">{heading}</h1>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()}>
          {ways}
        </ErrorNotice>
      ) : (
        <Waiting />
      )}
    </>
  );
}
