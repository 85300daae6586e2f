// How charts are drawn, for all charts of a page alike. In the address like the rest of the view.

import { type PlotSpec, readSpecs } from '../plots/spec.ts';

export type XAxis = 'step' | 'time' | 'relative';

export type GroupDrawing = 'band' | 'curves' | 'box';

export interface ChartSettings {
  x: XAxis;
  /** Steps or seconds by their powers of ten; points of time have none. */
  logX: boolean;
  logY: boolean;
  /** 0 is none, towards 1 ever more. */
  smoothing: number;
  /** Leaves the outermost values out of the vertical range. */
  clip: boolean;
  perRow: number;
  /** Groups of runs: a mean with a band, all their curves, or boxes of their last values. */
  groups: GroupDrawing;
  /** The names of the curves under each chart. */
  legend: boolean;
  /** Panels that were moved, by metric, and how large they are: see arrangement.ts. */
  order: string[];
  sizes: Record<string, string>;
  /** Panels that the reader closed, by metric. */
  hidden: string[];
  /** Sections that are folded, by prefix. */
  folded: string[];
  /** Charts across runs that the reader added. */
  plots: PlotSpec[];
}

export const kUsualCharts: ChartSettings = {
  x: 'step',
  logX: false,
  logY: false,
  smoothing: 0,
  clip: false,
  perRow: 3,
  groups: 'band',
  legend: false,
  order: [],
  sizes: {},
  hidden: [],
  folded: [],
  plots: [],
};

export const kMaxPerRow = 6;

/** Whether the horizontal axis goes by powers of ten. */
export function isLogX({ x, logX }: ChartSettings): boolean {
  return logX && x !== 'time';
}

export function readCharts(text: string | null): ChartSettings {
  let raw: Partial<Record<keyof ChartSettings, unknown>>;
  try {
    raw = JSON.parse(text ?? '{}') ?? {};
  } catch {
    return kUsualCharts;
  }
  const strings = (value: unknown) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
  const texts = (value: unknown) =>
    Object.fromEntries(
      Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  const within = (value: unknown, least: number, most: number, usual: number) =>
    typeof value === 'number' && value >= least && value <= most ? value : usual;
  return {
    x: raw.x === 'time' || raw.x === 'relative' ? raw.x : 'step',
    logX: raw.logX === true,
    logY: raw.logY === true,
    smoothing: within(raw.smoothing, 0, 0.99, 0),
    clip: raw.clip === true,
    perRow: Math.round(within(raw.perRow, 1, kMaxPerRow, kUsualCharts.perRow)),
    groups: raw.groups === 'curves' || raw.groups === 'box' ? raw.groups : 'band',
    legend: raw.legend === true,
    order: strings(raw.order),
    sizes: texts(raw.sizes),
    hidden: strings(raw.hidden),
    folded: strings(raw.folded),
    plots: readSpecs(raw.plots),
  };
}

/** What differs from the usual, as text, or nothing. */
export function writeCharts(settings: ChartSettings): string | undefined {
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(kUsualCharts[name as keyof ChartSettings]),
  );
  return changed.length > 0 ? JSON.stringify(Object.fromEntries(changed)) : undefined;
}
