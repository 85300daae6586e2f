// Where a floating panel goes: under its anchor, or over it where there is more room; always inside the window.

const kMargin = 8;
const kGap = 4;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  top: number;
  maxHeight: number;
}

export function placeBeside(
  anchor: Box,
  panel: { width: number; height: number },
  window: { width: number; height: number },
  align: 'start' | 'end',
): Placement {
  const below = window.height - anchor.bottom - kGap - kMargin;
  const above = anchor.top - kGap - kMargin;
  const under = panel.height <= below || below >= above;
  const maxHeight = under ? below : above;
  const height = Math.min(panel.height, maxHeight);
  const wanted = align === 'start' ? anchor.left : anchor.right - panel.width;
  return {
    left: Math.max(kMargin, Math.min(wanted, window.width - panel.width - kMargin)),
    top: under ? anchor.bottom + kGap : anchor.top - kGap - height,
    maxHeight,
  };
}
