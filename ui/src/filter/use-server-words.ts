import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { runKeys, runValues } from '../api/cairn.ts';
import { useSettled } from '../state/use-settled.ts';
import { type Field, fieldOf, hasTexts } from './clauses.ts';
import { type Vocabulary, withServerWords } from './vocabulary.ts';

const kPause = 120;

/** What somebody is about to write: a name, or a value of a field, and what is typed of it. */
export interface Wanted {
  word: 'name' | 'value';
  field?: Field | undefined;
  typed: string;
}

/** What is typed of a name or value, without the entity before it and the quotes around it. */
export function partOf(typed: string, word: Wanted['word']): string {
  const name = word === 'name' && typed.includes('.') ? (fieldOf(typed)?.key ?? typed) : typed;
  return name.replace(/[`'"]/g, '').trim();
}

/** The vocabulary of the loaded runs, and of all other runs of the experiments as soon as the server answers. */
export function useServerWords(
  experiments: readonly string[],
  local: Vocabulary,
  wanted: Wanted | undefined,
): Vocabulary {
  const contains = useSettled(wanted ? partOf(wanted.typed, wanted.word) : '', kPause);
  const field = wanted?.word === 'value' ? wanted.field : undefined;
  const keys = useQuery({
    queryKey: ['run-keys', experiments, contains],
    queryFn: ({ signal }) => runKeys(experiments, contains, signal),
    enabled: wanted?.word === 'name',
    placeholderData: keepPreviousData,
    retry: false,
  }).data;
  const values = useQuery({
    queryKey: ['run-values', experiments, field?.kind, field?.key, contains],
    queryFn: ({ signal }) => (field ? runValues(experiments, { ...field, contains }, signal) : []),
    enabled: field !== undefined && hasTexts(field),
    retry: false,
  }).data;
  return useMemo(() => withServerWords(local, keys, field && { field, values }), [local, keys, field, values]);
}
