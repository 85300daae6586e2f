// How the statuses of runs look.

import type { RunStatus } from '../../api/types.ts';
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

export const statusShape = (status: RunStatus) => kShapes[status] ?? kShapes.SCHEDULED;

/** The class of a picture of it, where it does not move: one element, painted as a picture, in a table of thousands. */
export const statusPicture = (status: RunStatus) => styles[kPictures[status] ?? ''];
