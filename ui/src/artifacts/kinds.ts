// How a file is shown, by its name, and up to which size without being asked. Pure.

export type PreviewKind =
  | 'image'
  | 'text'
  | 'markdown'
  | 'table'
  | 'parquet'
  | 'logged-table'
  | 'audio'
  | 'video'
  | 'pdf'
  | 'html'
  | 'mlmodel'
  | 'none';

const kMiB = 1024 * 1024;

const kExtensions: Record<Exclude<PreviewKind, 'mlmodel' | 'logged-table' | 'none'>, string> = {
  image: 'png jpg jpeg gif webp bmp svg ico avif',
  markdown: 'md markdown',
  table: 'csv tsv',
  parquet: 'parquet',
  audio: 'mp3 wav ogg oga m4a flac opus',
  video: 'mp4 webm mov m4v ogv',
  pdf: 'pdf',
  html: 'html htm',
  text:
    'txt log json jsonl geojson yaml yml xml toml ini cfg conf properties env py ipynb js ts tsx jsx css scss sh bash ' +
    'c cc cpp h hpp rs go java kt scala rb php r jl lua sql tex rst diff patch dockerfile makefile lock license',
};

const kByExtension = new Map(
  Object.entries(kExtensions).flatMap(([kind, extensions]) =>
    extensions.split(' ').map((extension) => [extension, kind as PreviewKind] as const),
  ),
);

// Media are read piece by piece, by the browser; the others are read whole.
const kMostUnasked: Record<PreviewKind, number> = {
  image: 20 * kMiB,
  text: kMiB,
  markdown: kMiB,
  table: 8 * kMiB,
  parquet: 16 * kMiB,
  'logged-table': 8 * kMiB,
  audio: Number.POSITIVE_INFINITY,
  video: Number.POSITIVE_INFINITY,
  pdf: 30 * kMiB,
  html: 10 * kMiB,
  mlmodel: kMiB,
  none: 0,
};

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `tables` are the paths that the run's tag names as results of log_table. */
export function kindOf(path: string, tables: ReadonlySet<string> = new Set()): PreviewKind {
  if (tables.has(path)) return 'logged-table';
  const name = nameOf(path);
  if (name === 'MLmodel') return 'mlmodel';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return kByExtension.get(extension) ?? 'none';
}

export function mayShowUnasked(kind: PreviewKind, size: number): boolean {
  return size <= kMostUnasked[kind];
}

const kUnits = ['B', 'kB', 'MB', 'GB', 'TB'];

/** "1.2 MB" */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit + 1 < kUnits.length) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${kUnits[unit]}`;
}
