import { type PointerEvent, useRef } from 'react';
import { classes } from '../../ui/classes.ts';
import { clampWidth } from '../columns.ts';
import styles from './runs-table.module.css';

interface Props {
  width: number;
  active: boolean;
  /** While the pointer moves; undefined ends it without a change. */
  onDraft: (width: number | undefined) => void;
  onCommit: (width: number | undefined) => void;
}

/** The edge of a header to drag. A double click gives the width back to the table; the column's menu does the same by keys. */
export function ColumnResizer({ width, active, onDraft, onCommit }: Props) {
  const start = useRef<{ x: number; width: number }>(undefined);
  const widthAt = (event: PointerEvent, from: { x: number; width: number }) =>
    clampWidth(from.width + event.clientX - from.x);

  const begin = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    onDraft(width);
  };
  const end = (event: PointerEvent) => {
    const from = start.current;
    if (!from) return;
    start.current = undefined;
    onDraft(undefined);
    const next = widthAt(event, from);
    if (next !== from.width) onCommit(next);
  };
  return (
    <span
      aria-hidden="true"
      className={classes(styles.resizer, active && styles.resizing)}
      onPointerDown={begin}
      onPointerMove={(event) => start.current && onDraft(widthAt(event, start.current))}
      onPointerUp={end}
      onPointerCancel={() => {
        start.current = undefined;
        onDraft(undefined);
      }}
      onDoubleClick={() => onCommit(undefined)}
    />
  );
}
