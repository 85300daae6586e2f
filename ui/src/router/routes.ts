// Paths to pages and back. The paths are MLflow's, because clients print them and people keep them in notes.

import { type Address, formatAddress } from './address.ts';

export type Route =
  | { page: 'experiments' }
  | { page: 'experiment'; experiment: string }
  | { page: 'experiments-together'; experiments: string[] }
  | { page: 'run'; experiment: string; run: string; tab: string }
  | { page: 'compare'; experiments: string[]; runs: string[] }
  | { page: 'logged-models'; experiment: string }
  | { page: 'logged-model'; experiment: string; model: string; tab: string }
  | { page: 'models' }
  | { page: 'model'; name: string }
  | { page: 'model-version'; name: string; version: string; tab: string }
  | { page: 'compare-versions'; name: string; versions: string[] }
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

// MLflow quotes the name and has the versions in a table with their runs: the versions are its keys, in older notes its
// values.
function jsonText(text: string | null): string {
  try {
    const value: unknown = JSON.parse(text ?? '""');
    return typeof value === 'string' ? value : '';
  } catch {
    return text ?? '';
  }
}

function versionsOf(query: URLSearchParams): string[] {
  const versions = jsonStrings(query.get('versions'));
  if (versions.length > 0) return versions;
  try {
    const table = JSON.parse(query.get('runs') ?? '{}') as Record<string, unknown>;
    const keys = Object.keys(table);
    return keys.every((key) => /^\d+$/.test(key)) ? keys : Object.values(table).map(String);
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
  [/^\/experiments\/([^/]+)\/models\/?$/, ([experiment = '']) => ({ page: 'logged-models', experiment })],
  [
    /^\/experiments\/([^/]+)\/models\/([^/]+)(?:\/(.+?))?\/?$/,
    ([experiment = '', model = '', tab = 'overview']) => ({ page: 'logged-model', experiment, model, tab }),
  ],
  [/^\/models\/?$/, () => ({ page: 'models' })],
  [/^\/models\/([^/]+)\/?$/, ([name = '']) => ({ page: 'model', name })],
  [
    /^\/models\/([^/]+)\/versions\/([^/]+)(?:\/(.+?))?\/?$/,
    ([name = '', version = '', tab = 'overview']) => ({ page: 'model-version', name, version, tab }),
  ],
  [
    /^\/compare-model-versions\/?$/,
    (_, query) => ({ page: 'compare-versions', name: jsonText(query.get('name')), versions: versionsOf(query) }),
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

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function routeOf({ path, query }: Address): Route {
  for (const [pattern, build] of kRoutes) {
    const match = pattern.exec(path);
    if (match)
      return build(
        match.slice(1).map((part) => part && decoded(part)),
        query,
      );
  }
  return { page: 'unknown', path };
}

/** The tab of files, of a run, a logged model or a version, and what is chosen there. */
export const filesTab = (path = '') =>
  ['artifacts', ...path.split('/').filter(Boolean)].map(encodeURIComponent).join('/');

export const hrefs = {
  experiments: () => '#/experiments',
  experiment: (id: string, query?: URLSearchParams) => formatAddress(`/experiments/${encodeURIComponent(id)}`, query),
  run: (experiment: string, run: string, tab?: string): string =>
    `#/experiments/${encodeURIComponent(experiment)}/runs/${encodeURIComponent(run)}${tab ? `/${tab}` : ''}`,
  experimentsTogether: (experiments: string[]) =>
    formatAddress('/compare-experiments/s', new URLSearchParams({ experiments: JSON.stringify(experiments) })),
  artifacts: (experiment: string, run: string, path = '') => hrefs.run(experiment, run, filesTab(path)),
  loggedModels: (experiment: string) => `#/experiments/${encodeURIComponent(experiment)}/models`,
  loggedModel: (experiment: string, model: string, tab?: string) =>
    `#/experiments/${encodeURIComponent(experiment)}/models/${encodeURIComponent(model)}${tab ? `/${tab}` : ''}`,
  models: () => '#/models',
  model: (name: string) => `#/models/${encodeURIComponent(name)}`,
  modelVersion: (name: string, version: string, tab?: string): string =>
    `#/models/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}${tab ? `/${tab}` : ''}`,
  compareVersions: (name: string, versions: string[]) =>
    formatAddress(
      '/compare-model-versions',
      new URLSearchParams({ name: JSON.stringify(name), versions: JSON.stringify(versions) }),
    ),
  compare: (experiments: string[], runs: string[]) =>
    formatAddress(
      '/compare-runs',
      new URLSearchParams({ runs: JSON.stringify(runs), experiments: JSON.stringify(experiments) }),
    ),
};
