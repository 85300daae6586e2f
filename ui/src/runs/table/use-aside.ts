import { type RefObject, useEffect, useState } from 'react';

/** Whether the table is, or may at once be, scrolled sideways: then the pinned columns have to stay where they are. */
export function useAside(scroller: RefObject<HTMLElement | null>): boolean {
  const [aside, setAside] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => setAside(element.scrollLeft > 0);
    // Before it moves, so that not even the first frame shows a pinned column leaving.
    const expect = (event: Event) => {
      if (!(event instanceof WheelEvent) || event.deltaX !== 0 || event.shiftKey) setAside(true);
    };
    element.addEventListener('scroll', follow, { passive: true });
    element.addEventListener('wheel', expect, { passive: true });
    element.addEventListener('touchstart', expect, { passive: true });
    return () => {
      element.removeEventListener('scroll', follow);
      element.removeEventListener('wheel', expect);
      element.removeEventListener('touchstart', expect);
    };
  }, [scroller]);
  return aside;
}
