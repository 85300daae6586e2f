// The names and values that a filter may use: those of the loaded runs at once, those of all runs when the server has
// told of them.

import type { RunKeys, RunValue } from '../api/cairn.ts';
import type { Run } from '../api/run.ts';
import type { Catalogue } from '../runs/catalogue.ts';
import { cellValue, columnId, searchName } from '../runs/column.ts';
import { type Field, isNumeric } from './clauses.ts';

export interface Name {
  /** As it is written in a filter. */
  text: string;
  field: Field;
  /** How many of the loaded runs have it; undefined for what every run has. */
  count: number | undefined;
}

export interface Vocabulary {
  names: Name[];
  /** The values of a field, as they are written in a filter, most frequent first. */
  values: (field: Field) => string[];
}

const kAttributeNames = ['run_name', 'status', 'start_time', 'end_time', 'user_id', 'run_id', 'artifact_uri'];
const kDatasetNames = ['name', 'digest', 'context'];
const kStatuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];
const kMaxValues = 50;
const kRunsLooked = 2_000;

export function quoted(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  return value.includes('"') ? `'${value.replaceAll("'", '_')}'` : `"${value}"`;
}

function frequentValues(runs: readonly Run[], field: Field): string[] {
  const { kind, key } = field;
  if (kind === 'datasets') return [];
  const counts = new Map<string, number>();
  for (const run of runs.slice(0, kRunsLooked)) {
    const value = cellValue(run, { kind, key });
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, kMaxValues)
    .map(([value]) => quoted(value));
}

/** With the names and the values of one field that the server told of. */
export function withServerWords(
  local: Vocabulary,
  keys: RunKeys | undefined,
  told: ToldValues | undefined,
): Vocabulary {
  const known = new Set(local.names.map(({ text }) => text));
  const names = kKeyKinds
    .flatMap((kind) => (keys?.[kind] ?? []).map((key) => ({ kind, key })))
    .map((field) => ({ text: searchName(field), field, count: undefined }))
    .filter(({ text }) => !known.has(text));
  return {
    names: names.length === 0 ? local.names : [...local.names, ...names],
    values: (field) => {
      if (told?.values === undefined || !sameField(told.field, field)) return local.values(field);
      return [...new Set([...told.values.map(({ value }) => quoted(value)), ...local.values(field)])];
    },
  };
}

export interface ToldValues {
  field: Field;
  values: readonly RunValue[] | undefined;
}

const kKeyKinds = ['metrics', 'params', 'tags'] as const;

export function sameField(a: Field, b: Field): boolean {
  return a.kind === b.kind && a.key === b.key;
}

export function vocabularyOf(catalogue: Catalogue, runs: readonly Run[]): Vocabulary {
  const keys = [...catalogue.keys.values()].map(({ kind, key, count }) => ({
    text: searchName({ kind, key }),
    field: { kind, key },
    count,
  }));
  const attributes = kAttributeNames.map((key) => ({
    text: columnId('attributes', key),
    field: { kind: 'attributes' as const, key },
    count: undefined,
  }));
  const datasets = kDatasetNames.map((key) => ({
    text: `dataset.${key}`,
    field: { kind: 'datasets' as const, key },
    count: undefined,
  }));
  return {
    names: [...keys, ...attributes, ...datasets],
    values: (field) => {
      if (isNumeric(field)) return [];
      if (field.kind === 'attributes' && field.key === 'status') return kStatuses.map(quoted);
      return frequentValues(runs, field);
    },
  };
}
