import { type PointerEvent, type RefObject, useRef } from 'react';
import styles from './metric-panel.module.css';
import type { PanelPlace } from './use-places.ts';

/** A panel's corner to drag, to whole columns and rows; its menu does the same by keys. */
export function PanelResizer({ panel, place }: { panel: RefObject<HTMLElement | null>; place: PanelPlace }) {
  const unit = useRef<{ width: number; height: number }>(undefined);
  const begin = (event: PointerEvent<HTMLElement>) => {
    const box = panel.current?.getBoundingClientRect();
    if (!box) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    unit.current = { width: box.width / place.size.columns, height: box.height / place.size.rows };
  };
  const move = (event: PointerEvent) => {
    const box = panel.current?.getBoundingClientRect();
    if (!unit.current || !box) return;
    const columns = Math.max(1, Math.min(place.perRow, Math.round((event.clientX - box.left) / unit.current.width)));
    const rows = Math.max(1, Math.round((event.clientY - box.top) / unit.current.height));
    if (columns !== place.size.columns || rows !== place.size.rows) place.onSize({ columns, rows });
  };
  const end = () => {
    unit.current = undefined;
  };
  return (
    <span
      aria-hidden="true"
      className={styles.resizer}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
