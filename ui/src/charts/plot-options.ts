// uPlot's options for a line chart in the app's colours.

import type uPlot from 'uplot';
import { formatNumber } from '../runs/number.ts';
import { duration } from '../state/time.ts';
import type { Range } from './line-plot.tsx';
import { lastPlace, type Prepared, type Series, type Values, yRange } from './prepare.ts';
import { type ChartSettings, isLogX, type XAxis } from './settings.ts';

export interface PlotHooks {
  latest: () => {
    series: Series[];
    settings: ChartSettings;
    prepared: Prepared;
    range: Range | undefined;
    onRange: (range: Range | undefined) => void;
  };
  onHover: (index: number | undefined, left: number) => void;
}

/** Pixels of a drag that are no zoom yet. */
export const kLeastDrag = 8;
const kFaint = '40';
const kEndRadius = 3.5;

function themeColour(name: string): string {
  // A canvas wants a colour, not a variable that depends on the theme: an element resolves it.
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function axisFont(): string {
  return `11px ${getComputedStyle(document.body).fontFamily}`;
}

function labelOfX(axis: XAxis): ((plot: uPlot, values: (number | null)[]) => string[]) | undefined {
  // A logarithmic axis leaves some of its lines unnamed: null.
  if (axis === 'relative') return (_, values) => values.map((value) => (value === null ? '' : duration(value * 1000)));
  if (axis === 'step')
    return (_, values) => values.map((value) => (Number.isInteger(value) ? shortStep(value ?? 0) : ''));
  return undefined;
}

function shortStep(step: number): string {
  const size = Math.abs(step);
  if (size >= 1e9) return `${Number((step / 1e9).toPrecision(4))}G`;
  if (size >= 1e6) return `${Number((step / 1e6).toPrecision(4))}M`;
  if (size >= 1e4) return `${Number((step / 1e3).toPrecision(4))}k`;
  return String(step);
}

function shortValue(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e5 || size < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(4)));
}

/** The vertical range with a little air, whatever the data; a flat line lies in the middle. */
function padded({ min, max }: Range, log: boolean): uPlot.Range.MinMax {
  if (log) return [min * 0.9, max * 1.1];
  const air = max > min ? (max - min) * 0.06 : Math.abs(max) * 0.1 || 1;
  return [min - air, max + air];
}

function scalesFor(settings: ChartSettings, hooks: PlotHooks): uPlot.Scales {
  return {
    x: {
      time: settings.x === 'time',
      distr: isLogX(settings) ? 3 : 1,
      range: (_, min, max) => {
        const { range } = hooks.latest();
        if (range) return [range.min, range.max];
        if (min !== max) return [min, max];
        return isLogX(hooks.latest().settings) ? [min / 2, max * 2] : [min - 1, max + 1];
      },
    },
    y: {
      distr: settings.logY ? 3 : 1,
      range: (plot) => {
        const { prepared, settings: now } = hooks.latest();
        const [from, to] = plot.series[0]?.idxs ?? [0, prepared.xs.length - 1];
        const found = yRange(columnsInRange(prepared), from, to, now.clip, now.logY);
        return padded(found ?? (now.logY ? { min: 0.1, max: 1 } : { min: 0, max: 1 }), now.logY);
      },
    },
  };
}

/** What the vertical range has to hold: what was logged rather than what was made of it. */
function columnsInRange({ lines, faint, low, high }: Prepared): Values[] {
  if (low.length > 0) return [...low, ...high];
  return faint.length > 0 ? faint : lines;
}

function lineOf(each: Series, stroke: string, width: number): uPlot.Series {
  return {
    label: each.label,
    stroke,
    width,
    spanGaps: true,
    // A single point is no line; it has to be seen all the same.
    points: { show: each.points.steps.length === 1, size: 6, fill: stroke },
  };
}

/** Faint curves and bands behind, lines before them. */
function seriesFor(series: readonly Series[], { faint, low }: Prepared): uPlot.Series[] {
  const edge: uPlot.Series = { width: 0, spanGaps: true, points: { show: false } };
  return [
    ...(faint.length > 0 ? series.map((each) => lineOf(each, each.colour + kFaint, 1)) : []),
    ...low.flatMap(() => [edge, edge]),
    ...series.map((each) => lineOf(each, each.colour, faint.length > 0 || low.length > 0 ? 1.75 : 1.5)),
  ];
}

/** The fills between the edges, which follow the faint curves in the list of series: first all lower, then all upper. */
function bandsFor(series: readonly Series[], { faint, low }: Prepared): uPlot.Band[] {
  const first = 1 + faint.length;
  return low.map((_, index) => ({
    series: [first + low.length + index, first + index],
    fill: `${series[index]?.colour}${kFaint}`,
  }));
}

/** A dot at the end of what is still being written. */
function markLiveEnds(plot: uPlot, { series, prepared }: { series: Series[]; prepared: Prepared }): void {
  const { ctx, bbox } = plot;
  series.forEach((each, index) => {
    const column = prepared.lines[index];
    const at = each.live && column ? lastPlace(column) : -1;
    if (at < 0) return;
    const x = plot.valToPos(prepared.xs[at] ?? 0, 'x', true);
    const y = plot.valToPos(Number(column?.[at]), 'y', true);
    if (x < bbox.left || x > bbox.left + bbox.width || y < bbox.top || y > bbox.top + bbox.height) return;
    ctx.beginPath();
    ctx.fillStyle = each.colour;
    ctx.arc(x, y, kEndRadius * devicePixelRatio, 0, 2 * Math.PI);
    ctx.fill();
  });
}

function zoomTo(plot: uPlot, hooks: PlotHooks): void {
  const { left, width } = plot.select;
  if (width < kLeastDrag) return;
  hooks.latest().onRange({ min: plot.posToVal(left, 'x'), max: plot.posToVal(left + width, 'x') });
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}

export function optionsFor(
  size: { width: number; height: number },
  series: readonly Series[],
  prepared: Prepared,
  settings: ChartSettings,
  hooks: PlotHooks,
): uPlot.Options {
  const stroke = themeColour('--text-muted');
  const grid = { stroke: themeColour('--line'), width: 1 };
  const axis = { stroke, font: axisFont(), grid, ticks: { ...grid, size: 4 }, gap: 4 };
  const xLabels = labelOfX(settings.x);
  return {
    ...size,
    legend: { show: false },
    padding: [8, 12, 0, 0],
    scales: scalesFor(settings, hooks),
    axes: [
      { ...axis, size: 28, space: 64, ...(xLabels && { values: xLabels }) },
      {
        ...axis,
        size: 52,
        space: 32,
        values: (_: uPlot, values: (number | null)[]) =>
          values.map((value) => (value === null ? '' : shortValue(value))),
      },
    ],
    series: [{ value: (_, value) => formatNumber(value) }, ...seriesFor(series, prepared)],
    bands: bandsFor(series, prepared),
    focus: { alpha: 0.2 },
    cursor: {
      // The drag is a wish for a range, which all charts of the page then share.
      drag: { x: true, y: false, setScale: false },
      points: { show: false },
      y: false,
      bind: {
        dblclick: () => () => {
          hooks.latest().onRange(undefined);
          return null;
        },
      },
    },
    hooks: {
      setCursor: [
        (plot) => {
          const { left = -1, idx } = plot.cursor;
          hooks.onHover(left < 0 || idx === null ? undefined : idx, left);
        },
      ],
      setSelect: [(plot) => zoomTo(plot, hooks)],
      draw: [(plot) => markLiveEnds(plot, hooks.latest())],
    },
  };
}
