// What a filter says so far: its clauses, and what could come next.

import type { ColumnKind } from '../runs/column.ts';
import { type Token, tokensOf } from './lexer.ts';

/** Part of a clause that is expected or being typed. */
export type Expecting = 'name' | 'operator' | 'value' | 'and';

export interface Field {
  kind: ColumnKind | 'datasets';
  key: string;
}

const kEntities: Record<string, Field['kind']> = {
  attribute: 'attributes',
  attributes: 'attributes',
  attr: 'attributes',
  run: 'attributes',
  metric: 'metrics',
  metrics: 'metrics',
  param: 'params',
  params: 'params',
  parameter: 'params',
  parameters: 'params',
  tag: 'tags',
  tags: 'tags',
  dataset: 'datasets',
  datasets: 'datasets',
};

export function fieldOf(name: string): Field | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return { kind: 'attributes', key: unquoted(name) };
  const kind = kEntities[name.slice(0, dot)];
  return kind && { kind, key: unquoted(name.slice(dot + 1)) };
}

function unquoted(text: string): string {
  return text.replace(/^[`"]|[`"]$/g, '');
}

const kTimes = new Set(['start_time', 'end_time', 'created', 'Created']);

export function isNumeric({ kind, key }: Field): boolean {
  return kind === 'metrics' || (kind === 'attributes' && kTimes.has(key));
}

/** Whether its values are texts that are worth offering. */
export function hasTexts(field: Field): boolean {
  return !isNumeric(field) && !(field.kind === 'attributes' && field.key === 'status');
}

export function operatorsFor(field: Field): string[] {
  if (isNumeric(field)) return ['>', '>=', '<', '<=', '=', '!='];
  const text = ['=', '!=', 'LIKE', 'ILIKE'];
  if (field.kind === 'datasets') return [...text, 'IN', 'NOT IN'];
  if (field.kind === 'attributes') return field.key === 'run_id' ? [...text, 'IN', 'NOT IN'] : text;
  return [...text, 'IS NULL', 'IS NOT NULL'];
}

function takesNoValue(operator: string): boolean {
  return /null$/i.test(operator);
}

export interface Place {
  expecting: Expecting;
  /** What is already typed of it, and where it stands. */
  typed: string;
  start: number;
  end: number;
  /** The clause's field and operator, as far as they are known. */
  field: Field | undefined;
  operator: string | undefined;
}

/** Where the caret is in the language: what it stands in or before. */
export function placeAt(text: string, caret: number): Place {
  const tokens = tokensOf(text);
  let field: Field | undefined;
  let operator: string | undefined;
  let expecting: Expecting = 'name';
  for (const token of tokens) {
    if (caret < token.start) break;
    // The caret touches the word's end: it is still being typed.
    if (caret <= token.end && (expecting !== 'and' || token.kind === 'name')) {
      return { expecting, typed: text.slice(token.start, caret), start: token.start, end: token.end, field, operator };
    }
    if (expecting === 'name') field = fieldOf(token.text);
    if (expecting === 'operator') operator = token.text;
    expecting = next(expecting, token);
    if (expecting === 'name') field = operator = undefined;
  }
  return { expecting, typed: '', start: caret, end: caret, field, operator };
}

function next(expecting: Expecting, token: Token): Expecting {
  switch (expecting) {
    case 'name':
      return 'operator';
    case 'operator':
      return takesNoValue(token.text) ? 'and' : 'value';
    case 'value':
      return 'and';
    case 'and':
      return 'name';
  }
}

/** Whether every clause is finished, so that the filter may be sent while it is typed. */
export function isComplete(text: string): boolean {
  const tokens = tokensOf(text);
  if (tokens.some((token) => token.open)) return false;
  let expecting: Expecting = 'name';
  for (const token of tokens) {
    if (!fits(expecting, token)) return false;
    expecting = next(expecting, token);
  }
  return tokens.length === 0 || expecting === 'and';
}

function fits(expecting: Expecting, { kind }: Token): boolean {
  if (expecting === 'value') return kind === 'string' || kind === 'number' || kind === 'list';
  return kind === expecting;
}

/** Words without an operator are a part of the run's name, as in MLflow's own search box. */
export function isPlainSearch(text: string): boolean {
  return text.trim() !== '' && !tokensOf(text).some((token) => token.kind === 'operator');
}

/** Whether plain words may yet become a condition: "me", "metrics.au". */
export function mayBecomeCondition(text: string): boolean {
  const word = text.trim();
  return Object.keys(kEntities).some((entity) => `${entity}.`.startsWith(word) || word.startsWith(`${entity}.`));
}

/** The filter as the server takes it. A quote cannot be escaped in this language; _ stands for any one character. */
export function serverFilter(text: string): string {
  const words = text.trim();
  return isPlainSearch(words) ? `attributes.run_name ILIKE '%${words.replaceAll("'", '_')}%'` : words;
}

export interface Clause {
  text: string;
  /** Where it stands, without the AND beside it. */
  start: number;
  end: number;
}

/** The conditions of a filter, in order. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start: number | undefined;
  let end = 0;
  const close = () => {
    if (start !== undefined) clauses.push({ text: text.slice(start, end), start, end });
    start = undefined;
  };
  for (const token of tokensOf(text)) {
    if (token.kind === 'and') {
      close();
      continue;
    }
    start ??= token.start;
    end = token.end;
  }
  close();
  return clauses;
}

export function joinClauses(clauses: readonly string[]): string {
  return clauses.filter((clause) => clause.trim()).join(' AND ');
}
