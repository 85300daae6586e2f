import type { Stage } from '../api/models.ts';
import styles from './chips.module.css';

/** A version's stage, by colour and by name. */
export function StageChip({ stage, version }: { stage: Stage; version?: string }) {
  return (
    <span className={styles.stage} data-stage={stage}>
      {stage}
      {version && <span className={styles.version}>v{version}</span>}
    </span>
  );
}
