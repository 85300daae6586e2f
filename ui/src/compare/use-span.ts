import { type RefObject, useEffect, useState } from 'react';
import { watchScroller } from '../ui/watch-scroller.ts';

export interface Span {
  start: number;
  end: number; // one past the last
}

interface List {
  axis: 'x' | 'y';
  count: number;
  /** Of an item, in pixels along the axis. */
  size: number;
}

// So many are all drawn: the browser lays them out to their contents, and a search in the page finds them.
const kFew = 40;
const kMargin = 6;

export const isFew = (count: number) => count <= kFew;

export function spanOf(at: number, room: number, { count, size }: List): Span {
  if (isFew(count)) return { start: 0, end: count };
  const start = Math.min(count, Math.max(0, Math.floor(at / size) - kMargin));
  return { start, end: Math.min(count, Math.ceil((at + room) / size) + kMargin) };
}

/** Which items of a long list are drawn: those in sight where it is scrolled to, and some on either side. */
export function useSpan(scroller: RefObject<HTMLElement | null>, list: List): Span {
  const { axis, count, size } = list;
  const [place, setPlace] = useState({ at: 0, room: axis === 'x' ? window.innerWidth : window.innerHeight });
  useEffect(() => {
    const element = scroller.current;
    if (!element || isFew(count)) return;
    const measure = () => {
      const [at, room] =
        axis === 'x' ? [element.scrollLeft, element.clientWidth] : [element.scrollTop, element.clientHeight];
      // Drawn again when another item comes into sight, not at each pixel.
      const whole = Math.floor(at / size) * size;
      setPlace((before) => (before.at === whole && before.room === room ? before : { at: whole, room }));
    };
    return watchScroller(element, measure);
  }, [scroller, axis, count, size]);
  return spanOf(place.at, place.room + size, list);
}
