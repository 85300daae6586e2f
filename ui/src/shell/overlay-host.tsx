import { useEffect, useSyncExternalStore } from 'react';
import { HelpSheet } from '../palette/help-sheet.tsx';
import { Palette } from '../palette/palette.tsx';
import { closeOverlay, currentOverlay, openHelp, openPalette, subscribeToOverlay } from './overlays.ts';

/** Opens the palette and the help by their keys, wherever the focus is. */
export function OverlayHost() {
  const overlay = useSyncExternalStore(subscribeToOverlay, currentOverlay);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
      } else if (!isTyping(event.target)) {
        plainKey(event);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  if (overlay === 'palette') return <Palette onClose={closeOverlay} />;
  if (overlay === 'help') return <HelpSheet onClose={closeOverlay} />;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

function plainKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.key === '?') {
    event.preventDefault();
    openHelp();
  }
  // The page's own search: its filter, or the box over its list.
  const search = event.key === '/' && document.querySelector<HTMLElement>('main :is(search input, input[type=search])');
  if (search) {
    event.preventDefault();
    search.focus();
  }
}
