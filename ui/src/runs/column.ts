// A column of the runs table is named by what it shows, as the search language does: "metrics.val/loss".

import { isLive, type Run } from '../api/run.ts';

export type ColumnKind = 'attributes' | 'metrics' | 'params' | 'tags';

export interface ColumnName {
  kind: ColumnKind;
  key: string;
}

const kKinds: readonly string[] = ['attributes', 'metrics', 'params', 'tags'];

export function columnId(kind: ColumnKind, key: string): string {
  return `${kind}.${key}`;
}

export function columnName(id: string): ColumnName | undefined {
  const dot = id.indexOf('.');
  const kind = id.slice(0, dot);
  if (dot < 0 || !kKinds.includes(kind)) return undefined;
  return { kind: kind as ColumnKind, key: id.slice(dot + 1).replace(/^[`"](.*)[`"]$/, '$1') };
}

/** The column's name in the search language. */
export function searchName({ kind, key }: ColumnName): string {
  if (kind === 'attributes') return `attributes.${key}`;
  return /^\w+$/.test(key) ? `${kind}.${key}` : `${kind}.\`${key}\``;
}

interface Attribute {
  label: string;
  /** Whether the server can sort and filter by it. */
  searchable: boolean;
  /** Whether it is shown until the reader says otherwise. */
  shown: boolean;
  width: number;
  value: (run: Run) => string | number | undefined;
}

export const kAttributes: Record<string, Attribute> = {
  start_time: {
    label: 'Created',
    searchable: true,
    shown: true,
    width: 136,
    value: (run) => run.info.start_time || undefined,
  },
  duration: {
    label: 'Duration',
    searchable: false,
    shown: true,
    width: 88,
    value: (run) => (run.info.end_time ? run.info.end_time - run.info.start_time : undefined),
  },
  status: { label: 'Status', searchable: true, shown: false, width: 96, value: (run) => run.info.status },
  user_id: {
    label: 'User',
    searchable: true,
    shown: true,
    width: 96,
    value: (run) => run.tags.get('mlflow.user') ?? run.info.user_id,
  },
  source: {
    label: 'Source',
    searchable: false,
    shown: true,
    width: 120,
    value: (run) => run.tags.get('mlflow.source.name'),
  },
  version: {
    label: 'Version',
    searchable: false,
    shown: false,
    width: 90,
    value: (run) => run.tags.get('mlflow.source.git.commit')?.slice(0, 7),
  },
  dataset: {
    label: 'Dataset',
    searchable: false,
    shown: false,
    width: 160,
    value: (run) => run.datasets.map(({ dataset }) => `${dataset.name} (${dataset.digest})`).join(', ') || undefined,
  },
  experiment_id: {
    label: 'Experiment',
    searchable: false,
    shown: false,
    width: 150,
    value: (run) => run.info.experiment_id,
  },
  run_id: { label: 'Run ID', searchable: true, shown: false, width: 270, value: (run) => run.id },
  end_time: { label: 'Ended', searchable: true, shown: false, width: 136, value: (run) => run.info.end_time },
};

export function canSearch({ kind, key }: ColumnName): boolean {
  return kind !== 'attributes' || key === 'run_name' || (kAttributes[key]?.searchable ?? false);
}

/** What a run has in a column: a number for metrics, a text for the others, or nothing. */
export function cellValue(run: Run, { kind, key }: ColumnName): string | number | undefined {
  switch (kind) {
    case 'metrics':
      return run.metrics.get(key)?.value;
    case 'params':
      return run.params.get(key);
    case 'tags':
      return run.tags.get(key);
    case 'attributes':
      return key === 'run_name' ? run.info.run_name : kAttributes[key]?.value(run);
  }
}

/** How long a run took, or has been running. */
export function durationOf(run: Run, now: number): number | undefined {
  if (!run.info.start_time) return undefined;
  if (run.info.end_time) return run.info.end_time - run.info.start_time;
  return isLive(run.info) ? now - run.info.start_time : undefined;
}
