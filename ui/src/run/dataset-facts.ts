// What a run says of a dataset: MLflow keeps schema, profile and source as JSON in texts. Pure.

import type { WireDataset } from '../api/types.ts';
import { fieldsOf, type SignatureField } from '../artifacts/mlmodel.ts';

export interface DatasetFacts {
  name: string;
  digest: string;
  context: string | undefined;
  fields: SignatureField[];
  /** Its size in numbers, by name. */
  profile: [name: string, value: string][];
  /** Where it came from, as far as it is said. */
  source: string | undefined;
}

type Table = Record<string, unknown>;

function tableOf(text: string | undefined): Table {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Table) : {};
  } catch {
    return {};
  }
}

const kSourceNames = ['uri', 'url', 'path', 'table_name', 'delta_table_name', 'sql', 'source'];

function sourceOf({ source, source_type: type }: WireDataset['dataset']): string | undefined {
  const said = tableOf(source);
  const place = kSourceNames.map((name) => said[name]).find((value) => typeof value === 'string');
  if (typeof place === 'string') return place;
  const tags = said.tags as Table | undefined;
  const code = tags?.['mlflow.source.name'];
  return typeof code === 'string' ? code : type || undefined;
}

function fieldsOfSchema(text: string | undefined): SignatureField[] {
  const schema = tableOf(text);
  const columns = schema.mlflow_colspec;
  if (Array.isArray(columns)) return fieldsOf(JSON.stringify(columns));
  // Arrays have a tensor for the features, one for the targets, or one for each name.
  const tensors = (schema.mlflow_tensorspec ?? {}) as Table;
  return Object.entries(tensors).flatMap(([part, spec]) =>
    typeof spec === 'string'
      ? fieldsOf(spec).map((field) => ({ ...field, name: field.name === '–' ? part : field.name }))
      : [],
  );
}

export function factsOf({ dataset, tags }: WireDataset): DatasetFacts {
  return {
    name: dataset.name,
    digest: dataset.digest,
    context: tags?.find((tag) => tag.key === 'mlflow.data.context')?.value,
    fields: fieldsOfSchema(dataset.schema),
    profile: Object.entries(tableOf(dataset.profile)).map(([name, value]) => [
      name.replaceAll('_', ' ').replace(/^num /, ''),
      typeof value === 'number' ? value.toLocaleString('en') : JSON.stringify(value),
    ]),
    source: sourceOf(dataset),
  };
}

/** The filter that finds the runs with it. */
export function datasetFilter({ name, digest }: Pick<DatasetFacts, 'name' | 'digest'>): string {
  const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
  return `dataset.name = ${quoted(name)} AND dataset.digest = ${quoted(digest)}`;
}
