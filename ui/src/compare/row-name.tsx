import { Button } from '../ui/button.tsx';
import { labelOf } from './cell-text.tsx';
import type { CompareRow } from './compare.ts';
import styles from './row-name.module.css';

/** What is compared; of a metric, with the way in which it is better. */
export function RowName({ row, onFlip }: { row: CompareRow; onFlip: (key: string) => void }) {
  if (!row.better) return labelOf(row);
  return (
    <span className={styles.name}>
      <span className={styles.label}>{labelOf(row)}</span>
      <Button
        look="plain"
        icon={row.better === 'higher' ? 'arrowUp' : 'arrowDown'}
        iconOnly
        className={styles.flip}
        onClick={() => onFlip(row.key)}
      >
        {`${row.better === 'higher' ? 'Higher' : 'Lower'} is better: turn round`}
      </Button>
    </span>
  );
}
