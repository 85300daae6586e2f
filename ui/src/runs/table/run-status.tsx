import type { RunStatus } from '../../api/types.ts';
import { classes } from '../../ui/classes.ts';
import styles from './run-status.module.css';

const kShapes: Record<RunStatus, { label: string; path: string }> = {
  RUNNING: { label: 'Running', path: 'M8 3a5 5 0 1 1-5 5' },
  SCHEDULED: { label: 'Scheduled', path: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM8 5.5V8l2 1.5' },
  FINISHED: { label: 'Finished', path: 'M4.5 8.5l2.5 2.5 4.5-5' },
  FAILED: { label: 'Failed', path: 'M5 5l6 6M11 5l-6 6' },
  KILLED: { label: 'Killed', path: 'M5 5h6v6H5z' },
};

const kPictures: Partial<Record<RunStatus, string>> = {
  FINISHED: 'finishedPicture',
  FAILED: 'failedPicture',
  KILLED: 'killedPicture',
};

/** A shape and a colour for each status, and its name for who sees neither. */
export function RunStatusIcon({ status, named }: { status: RunStatus; named?: boolean }) {
  const { label, path } = kShapes[status] ?? kShapes.SCHEDULED;
  // In a table of thousands: one element, painted as a picture.
  if (!named && status in kPictures) {
    return (
      <span
        className={classes(styles.picture, styles[kPictures[status] ?? ''])}
        role="img"
        aria-label={label}
        title={label}
      />
    );
  }
  return (
    <span className={classes(styles.status, styles[status.toLowerCase()])} title={named ? undefined : label}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
      <span className={named ? undefined : 'visually-hidden'}>{label}</span>
    </span>
  );
}
