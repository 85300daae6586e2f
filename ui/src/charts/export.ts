import { download } from '../state/download.ts';
import type { Series } from './prepare.ts';

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row a point, so that series of different lengths fit in one file. */
export function csvOfSeries(series: readonly Series[]): string {
  const rows = series.flatMap(({ id, label, points }) =>
    points.steps.map((step, at) =>
      [id, quoted(label), step, new Date(points.times[at] ?? 0).toISOString(), points.values[at]].join(','),
    ),
  );
  return `${['run_id,run_name,step,time,value', ...rows].join('\r\n')}\r\n`;
}

export function saveCanvas(canvas: HTMLCanvasElement | null | undefined, name: string): void {
  canvas?.toBlob((blob) => blob && download(name, 'image/png', blob));
}
