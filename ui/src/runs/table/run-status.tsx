import type { RunStatus } from '../../api/types.ts';
import { classes } from '../../ui/classes.ts';
import styles from './run-status.module.css';
import { statusPicture, statusShape } from './status-shapes.ts';

/** A shape and a colour for each status, and its name for who sees neither. */
export function RunStatusIcon({ status, named }: { status: RunStatus; named?: boolean }) {
  const { label, path } = statusShape(status);
  const picture = statusPicture(status);
  if (!named && picture) {
    return <span className={classes(styles.picture, picture)} role="img" aria-label={label} title={label} />;
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
