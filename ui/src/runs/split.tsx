// Two panes side by side with a border between them to drag, or to move with the arrow keys.

import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { readKept, writeKept } from '../state/kept.ts';
import styles from './split.module.css';

const kLeast = 20;
const kMost = 80;
const kStep = 4;

interface Props {
  /** Under this name the browser keeps where the border was. */
  name: string;
  left: ReactNode;
  right: ReactNode;
  /** The left pane's part of the width, in percent, until somebody moves the border. */
  begin?: number;
}

export function Split({ name, left, right, begin = 50 }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => clamp(Number(readKept(name)) || begin));
  const move = (next: number) => {
    const clamped = clamp(next);
    setShare(clamped);
    writeKept(name, clamped);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) {
      move(((event.clientX - box.left) / box.width) * 100);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -kStep, ArrowRight: kStep }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(share + by);
  };
  return (
    <div ref={frame} className={styles.split} style={{ '--share': `${share}%` } as CSSProperties}>
      <div className={styles.left}>{left}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, a separator can */}
      <div
        role="separator"
        aria-label="Border between the panes"
        aria-orientation="vertical"
        aria-valuemin={kLeast}
        aria-valuemax={kMost}
        aria-valuenow={Math.round(share)}
        tabIndex={0}
        className={styles.border}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={onKeyDown}
      />
      <div className={styles.right}>{right}</div>
    </div>
  );
}

function clamp(share: number): number {
  return Math.max(kLeast, Math.min(kMost, share));
}
