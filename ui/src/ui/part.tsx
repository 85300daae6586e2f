import { type ReactNode, useId } from 'react';
import styles from './part.module.css';

interface Props {
  title: string;
  count?: number;
  /** Stands at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a run's overview. */
export function Part({ title, count, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
