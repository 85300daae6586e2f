import type { ReactNode } from 'react';
import styles from './two-columns.module.css';

/** A page that scrolls: what it is about, and beside it (below it, on a phone) the facts around. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.scroll}>
      <div className={styles.columns}>
        <div className={styles.main}>{main}</div>
        <div className={styles.side}>{side}</div>
      </div>
    </div>
  );
}
