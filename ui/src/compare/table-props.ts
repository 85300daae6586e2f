// What both ways of drawing the comparison have in common.

import type { Run } from '../api/run.ts';
import { classes } from '../ui/classes.ts';
import type { CompareRow, Flipped } from './compare.ts';
import styles from './compare-table.module.css';

export interface TableProps {
  runs: Run[];
  onlyDiffering: boolean;
  flipped: Flipped;
  /** The reader says that a metric is better the other way round. */
  onFlip: (key: string) => void;
  onRemove: (id: string) => void;
}

export function cellLook({ best, unusual }: CompareRow, run: number): string | undefined {
  return classes(best.has(run) && styles.best, unusual.has(run) && styles.unusual) || undefined;
}
