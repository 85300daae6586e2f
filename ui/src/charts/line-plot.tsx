// A line chart on uPlot, which draws a million points in the time that others take for a thousand. Loaded when the
// first chart comes into sight.

import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { subscribeToTheme } from '../theme/theme.ts';
import { bandsOf } from './bands.ts';
import type { Grouping } from './grouping.ts';
import styles from './line-plot.module.css';
import { kLeastDrag, optionsFor, type PlotHooks } from './plot-options.ts';
import { type HoverValue, PlotTooltip } from './plot-tooltip.tsx';
import { nearestPlace, type Prepared, prepare, type Series } from './prepare.ts';
import type { ChartSettings } from './settings.ts';
import { turned } from './wheel.ts';

const kHoverReach = 0.01;

export interface Range {
  min: number;
  max: number;
}

export interface LinePlotProps {
  label: string;
  series: Series[];
  /** Draws the groups of the series as means with bands. */
  banded: Grouping | undefined;
  settings: ChartSettings;
  /** The part of the x axis in sight; none is all of it. */
  range: Range | undefined;
  /** The line that stands out, by its series' id. */
  highlight: string | undefined;
  onRange: (range: Range | undefined) => void;
}

interface Hover {
  x: number;
  left: number;
  values: HoverValue[];
}

export default function LinePlot({
  label,
  series: curves,
  banded,
  settings,
  range,
  highlight,
  onRange,
}: LinePlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const [hover, setHover] = useState<Hover>();
  const [pinned, setPinned] = useState<Hover>();
  const { series, prepared } = useMemo(() => {
    const all = prepare(curves, settings);
    return banded ? bandsOf(curves, all, banded.shortName) : { series: curves, prepared: all };
  }, [curves, banded, settings]);

  // What the plot's hooks read: always the latest, though the plot is made once for many of them.
  const latest = useRef<Latest>({ series, settings, prepared, range, onRange, whole: undefined });
  useEffect(() => {
    // A zoomed chart may hold the points in sight only.
    const whole = range ? latest.current.whole : extentOf(prepared);
    latest.current = { series, settings, prepared, range, onRange, whole };
  });

  const shape = shapeOf(series, prepared, settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for what a plot cannot change later
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const hooks: PlotHooks = {
      latest: () => latest.current,
      onHover: (index, left) => setHover(index === undefined ? undefined : hoverAt(index, left, latest.current)),
    };
    const make = () => {
      plot.current?.destroy();
      const { clientWidth: width, clientHeight: height } = element;
      const { series: shown, settings: now, prepared: data } = latest.current;
      plot.current = new uPlot(optionsFor({ width, height }, shown, data, now, hooks), columnsOf(data), element);
    };
    make();
    const resizer = new ResizeObserver(() => {
      plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resizer.observe(element);
    const unsubscribe = subscribeToTheme(make);
    const onWheel = (event: WheelEvent) => turnWheel(event, plot.current, latest.current);
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      unsubscribe();
      resizer.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [shape]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot looks at the range by itself, when it is told
  useEffect(() => {
    plot.current?.setData(columnsOf(prepared), true);
  }, [prepared, settings, range]);

  useEffect(() => {
    const at = highlight === undefined ? -1 : series.findIndex(({ id }) => id === highlight);
    const line = at < 0 ? null : firstLine(prepared) + at;
    plot.current?.setSeries(line, { focus: line !== null });
  }, [highlight, series, prepared]);

  const pressed = useRef(0);
  const tip = pinned ?? hover;
  return (
    <div className={styles.holder}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only the pointer has a place to hold on to */}
      <div
        className={styles.plot}
        role="img"
        aria-label={label}
        ref={holder}
        onPointerDown={(event) => {
          pressed.current = event.clientX;
        }}
        onClick={(event) => {
          if (Math.abs(event.clientX - pressed.current) < kLeastDrag) setPinned(pinned ? undefined : hover);
        }}
      />
      {tip && (
        <PlotTooltip
          x={tip.x}
          axis={settings.x}
          left={tip.left}
          values={tip.values}
          onUnpin={pinned && (() => setPinned(undefined))}
        />
      )}
    </div>
  );
}

/** Where the lines begin among a plot's columns. */
function firstLine({ faint, low, high }: Prepared): number {
  return 1 + faint.length + low.length + high.length;
}

interface Latest {
  series: Series[];
  settings: ChartSettings;
  prepared: Prepared;
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
  /** All of the x axis, as it was before the zoom. */
  whole: Range | undefined;
}

function extentOf({ xs }: Prepared): Range | undefined {
  const [min = 0, max = min] = [xs[0], xs.at(-1)];
  return max > min ? { min, max } : undefined;
}

function turnWheel(event: WheelEvent, plot: uPlot | undefined, { whole, range, onRange }: Latest): void {
  if (!plot || !whole) return;
  const box = plot.over.getBoundingClientRect();
  const at = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
  const next = turned(event, at, range ?? whole, whole);
  if (next === undefined) return;
  event.preventDefault();
  onRange(next === 'all' ? undefined : next);
}

/** Changes when the plot has to be made anew: other lines, colours or scales. */
function shapeOf(series: readonly Series[], { faint, low }: Prepared, settings: ChartSettings): string {
  const lines = series.map(({ id, colour, live }) => `${id}${colour}${live}`).join();
  return `${lines}|${settings.x}|${settings.logX}|${settings.logY}|${faint.length}|${low.length}`;
}

/** In the order of the series in plot-options.ts. */
function columnsOf({ xs, faint, low, high, lines }: Prepared): uPlot.AlignedData {
  return [xs, ...faint, ...low, ...high, ...lines] as uPlot.AlignedData;
}

function hoverAt(index: number, left: number, now: { series: Series[]; prepared: Prepared }): Hover {
  const { series, prepared } = now;
  // Series that were not logged at this very place show their value beside it.
  const reach = Math.ceil(prepared.xs.length * kHoverReach);
  const values = series.flatMap(({ id, label, colour }, at): HoverValue[] => {
    const column = prepared.lines[at] ?? [];
    const value = column[nearestPlace(column, index, reach) ?? -1];
    return typeof value === 'number' ? [{ id, label, colour, value }] : [];
  });
  return { x: prepared.xs[index] ?? 0, left, values: values.sort((a, b) => b.value - a.value) };
}
