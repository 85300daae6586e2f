import type { LoggedModel } from '../api/logged-models.ts';
import styles from './status.module.css';

const kNames: Record<LoggedModel['status'], string> = {
  PENDING: 'Being uploaded',
  READY: 'Ready',
  FAILED: 'Upload failed',
  UNKNOWN: 'Unknown',
};

export function LoggedStatus({ status }: { status: LoggedModel['status'] }) {
  return (
    <span className={styles.status} data-status={status}>
      {kNames[status]}
    </span>
  );
}
