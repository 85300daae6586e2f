// Paths to pages and back. The paths are MLflow's, because clients print them and people keep them in notes.

import { type Address, formatAddress } from './address.ts';

export type Route =
  | { page: 'experiments' }
  | { page: 'experiment'; experiment: string }
  | { page: 'experiments-together'; experiments: string[] }
  | { page: 'run'; experiment: string; run: string; tab: string }
  | { page: 'compare'; experiments: string[]; runs: string[] }
  | { page: 'unknown'; path: string };

type Builder = (parts: string[], query: URLSearchParams) => Route;

function jsonStrings(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return [];
  }
}

const experimentPage: Builder = ([experiment = '']) => ({ page: 'experiment', experiment });

const kRoutes: [RegExp, Builder][] = [
  [/^\/$/, () => ({ page: 'experiments' })],
  [/^\/experiments\/?$/, () => ({ page: 'experiments' })],
  [/^\/experiments\/([^/]+)(?:\/runs)?\/?$/, experimentPage],
  [
    /^\/experiments\/([^/]+)\/runs\/([^/]+)(?:\/(.+?))?\/?$/,
    ([experiment = '', run = '', tab = 'overview']) => ({ page: 'run', experiment, run, tab }),
  ],
  [
    /^\/compare-experiments\/s\/?$/,
    (_, query) => ({ page: 'experiments-together', experiments: jsonStrings(query.get('experiments')) }),
  ],
  [
    /^\/compare-runs\/?$/,
    (_, query) => ({
      page: 'compare',
      runs: jsonStrings(query.get('runs')),
      experiments: jsonStrings(query.get('experiments')),
    }),
  ],
];

export function routeOf({ path, query }: Address): Route {
  for (const [pattern, build] of kRoutes) {
    const match = pattern.exec(path);
    if (match)
      return build(
        match.slice(1).map((part) => part && decodeURIComponent(part)),
        query,
      );
  }
  return { page: 'unknown', path };
}

export const hrefs = {
  experiments: () => '#/experiments',
  experiment: (id: string, query?: URLSearchParams) => formatAddress(`/experiments/${encodeURIComponent(id)}`, query),
  run: (experiment: string, run: string, tab?: string) =>
    `#/experiments/${encodeURIComponent(experiment)}/runs/${encodeURIComponent(run)}${tab ? `/${tab}` : ''}`,
  experimentsTogether: (experiments: string[]) =>
    formatAddress('/compare-experiments/s', new URLSearchParams({ experiments: JSON.stringify(experiments) })),
  compare: (experiments: string[], runs: string[]) =>
    formatAddress(
      '/compare-runs',
      new URLSearchParams({ runs: JSON.stringify(runs), experiments: JSON.stringify(experiments) }),
    ),
};
