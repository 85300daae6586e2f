import { useState } from 'react';
import {
  clampSize,
  kUsualSize,
  orderAfter,
  orderAfterStep,
  type PanelSize,
  readSize,
  writeSize,
} from './arrangement.ts';
import type { ChartSettings } from './settings.ts';

/** Where a panel stands and how large it is, and the ways to change that by menu and by dragging. */
export interface PanelPlace {
  size: PanelSize;
  perRow: number;
  /** Another panel is dragged over this one, and would be put before it. */
  target: boolean;
  onSize: (size: PanelSize) => void;
  onMove: (places: number) => void;
  onDrag: () => void;
  onDragOver: () => void;
  onDrop: () => void;
}

/** The places of a section's panels. */
export function usePlaces(
  keys: readonly string[],
  settings: ChartSettings,
  onArrange: (part: Partial<ChartSettings>) => void,
): (key: string) => PanelPlace {
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const { order, sizes, perRow } = settings;
  const setSize = (key: string, size: PanelSize) => {
    const { [key]: _, ...others } = sizes;
    const text = writeSize(clampSize(size, perRow));
    onArrange({ sizes: text ? { ...others, [key]: text } : others });
  };
  const drop = () => {
    if (dragged && target && dragged !== target) onArrange({ order: orderAfter(order, keys, dragged, target) });
    setDragged(undefined);
    setTarget(undefined);
  };
  return (key) => ({
    size: clampSize(sizes[key] ? readSize(sizes[key]) : kUsualSize, perRow),
    perRow,
    target: target === key && dragged !== undefined && dragged !== key,
    onSize: (size) => setSize(key, size),
    onMove: (places) => onArrange({ order: orderAfterStep(order, keys, key, places) }),
    onDrag: () => setDragged(key),
    onDragOver: () => dragged && setTarget(key),
    onDrop: drop,
  });
}
