// Zoom and pan with the wheel: Ctrl zooms around the pointer, Shift (or a sideways wheel) moves a zoomed chart. The bare
// wheel scrolls the page.

import type { Range } from './line-plot.tsx';

const kZoomPerPixel = 0.002;

interface Wheel {
  deltaX: number;
  deltaY: number;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * The range after a turn of the wheel with the pointer at a share of the width; "all" is the whole range again, and
 * nothing means that the turn is the page's.
 */
export function turned(wheel: Wheel, at: number, now: Range, whole: Range): Range | 'all' | undefined {
  const width = now.max - now.min;
  if (wheel.ctrlKey || wheel.metaKey) {
    const factor = Math.exp(wheel.deltaY * kZoomPerPixel);
    const wanted = width * factor;
    if (wanted >= whole.max - whole.min) return 'all';
    const pivot = now.min + at * width;
    return within({ min: pivot - at * wanted, max: pivot + (1 - at) * wanted }, whole);
  }
  const sideways = wheel.shiftKey ? wheel.deltaX || wheel.deltaY : wheel.deltaX;
  const zoomed = width < whole.max - whole.min;
  if (!zoomed || sideways === 0 || (!wheel.shiftKey && Math.abs(wheel.deltaY) > Math.abs(sideways))) return undefined;
  const by = (sideways / 1000) * width;
  return within({ min: now.min + by, max: now.max + by }, whole);
}

/** The range moved so that it does not leave the whole. */
function within({ min, max }: Range, whole: Range): Range {
  const shift = Math.max(0, whole.min - min) - Math.max(0, max - whole.max);
  return { min: min + shift, max: max + shift };
}
