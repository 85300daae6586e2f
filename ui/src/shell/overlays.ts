// Which of the page's two global overlays is open: the palette or the help. Opened by keys, buttons and commands.

export type Overlay = 'palette' | 'help';

const listeners = new Set<() => void>();
let open: Overlay | undefined;

function show(overlay: Overlay | undefined): void {
  open = overlay;
  for (const listener of listeners) listener();
}

export const openPalette = () => show('palette');
export const openHelp = () => show('help');
export const closeOverlay = () => show(undefined);
export const currentOverlay = () => open;

export function subscribeToOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
