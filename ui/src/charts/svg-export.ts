// A chart as an SVG file, to be put into papers: drawn anew from the data, on white, with a legend.

import { niceTicks } from '../plots/scale.ts';
import { type Prepared, type Series, type Values, yRange } from './prepare.ts';
import { type ChartSettings, isLogX } from './settings.ts';

interface Chart {
  title: string;
  series: readonly Series[];
  prepared: Prepared;
  settings: ChartSettings;
  range: { min: number; max: number } | undefined;
}

const kWidth = 800;
const kHeight = 480;
const kLeft = 64;
const kRight = 16;
const kTop = 36;
const kBottom = 40;
const kLegendLine = 18;
const kTicks = 7;

type Place = (value: number) => number;

export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function pathOf(column: Values, xs: readonly number[], x: Place, y: Place, log: boolean): string {
  const points: string[] = [];
  column.forEach((value, at) => {
    if (typeof value === 'number' && (!log || value > 0))
      points.push(`${x(xs[at] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`);
  });
  return points.length > 0 ? `M${points.join('L')}` : '';
}

function bandPath(low: Values, high: Values, xs: readonly number[], x: Place, y: Place): string {
  const edge = (column: Values) =>
    column.flatMap((value, at) =>
      typeof value === 'number' ? [`${x(xs[at] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`] : [],
    );
  const points = [...edge(high), ...edge(low).reverse()];
  return points.length > 0 ? `M${points.join('L')}Z` : '';
}

function ticksOf(min: number, max: number, log: boolean): number[] {
  if (!log) return niceTicks(min, max, kTicks);
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(min)); power <= Math.log10(max); power++) powers.push(10 ** power);
  return powers;
}

function xLabel(value: number, { x }: ChartSettings): string {
  return x === 'time' ? new Date(value * 1000).toISOString().slice(0, 16).replace('T', ' ') : String(value);
}

const kAxisNames: Record<ChartSettings['x'], string> = { step: 'step', relative: 'seconds', time: 'time (UTC)' };

export function svgOf({ title, series, prepared, settings, range }: Chart): string {
  const { xs, lines, faint, low, high } = prepared;
  const log = settings.logY;
  const [left, right] = range ? [range.min, range.max] : [xs[0] ?? 0, xs.at(-1) ?? 1];
  const first = Math.max(
    0,
    xs.findIndex((value) => value >= left),
  );
  const last = xs.findLastIndex((value) => value <= right);
  const columns = low.length > 0 ? [...low, ...high] : faint.length > 0 ? faint : lines;
  const { min, max } = yRange(columns, first, last, settings.clip, log) ?? { min: log ? 0.1 : 0, max: 1 };

  const to = log ? Math.log10 : (value: number) => value;
  const logX = isLogX(settings);
  const toX = logX ? Math.log10 : (value: number) => value;
  const x: Place = (value) =>
    kLeft + ((toX(value) - toX(left)) / (toX(right) - toX(left) || 1)) * (kWidth - kLeft - kRight);
  const y: Place = (value) =>
    kHeight - kBottom - ((to(value) - to(min)) / (to(max) - to(min) || 1)) * (kHeight - kTop - kBottom);

  const bottom = kHeight - kBottom;
  const parts = [
    `<text x="${kLeft}" y="20" font-size="15" font-weight="bold">${escapedXml(title)}</text>`,
    `<text x="${kWidth - kRight}" y="${kHeight - 6}" text-anchor="end">${kAxisNames[settings.x]}</text>`,
    ...ticksOf(min, max, log).map(
      (tick) =>
        `<path d="M${kLeft} ${y(tick).toFixed(1)}H${kWidth - kRight}" stroke="#ddd"/>` +
        `<text x="${kLeft - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${Number(tick.toPrecision(6))}</text>`,
    ),
    ...ticksOf(left, right, logX).map(
      (tick) =>
        `<text x="${x(tick).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${xLabel(tick, settings)}</text>`,
    ),
    `<path d="M${kLeft} ${bottom}H${kWidth - kRight}" stroke="#666"/>`,
    `<clipPath id="plot"><rect x="${kLeft}" y="${kTop}" width="${kWidth - kLeft - kRight}" height="${bottom - kTop}"/></clipPath>`,
    '<g clip-path="url(#plot)" fill="none" stroke-width="1.6" stroke-linejoin="round">',
    ...low.map(
      (column, at) =>
        `<path d="${bandPath(column, high[at] ?? [], xs, x, y)}" fill="${series[at]?.colour}" fill-opacity="0.2"/>`,
    ),
    ...faint.map(
      (column, at) =>
        `<path d="${pathOf(column, xs, x, y, log)}" stroke="${series[at]?.colour}" stroke-opacity="0.25"/>`,
    ),
    ...lines.map((column, at) => `<path d="${pathOf(column, xs, x, y, log)}" stroke="${series[at]?.colour}"/>`),
    '</g>',
    ...series.map(
      ({ label, colour }, at) =>
        `<rect x="${kLeft}" y="${kHeight + 8 + at * kLegendLine}" width="12" height="12" fill="${colour}"/>` +
        `<text x="${kLeft + 20}" y="${kHeight + 18 + at * kLegendLine}">${escapedXml(label)}</text>`,
    ),
  ];
  const height = kHeight + 16 + series.length * kLegendLine;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${kWidth} ${height}" width="${kWidth}" height="${height}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}
