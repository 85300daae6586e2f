import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '../runs/catalogue.ts';
import { testRun } from '../runs/testing.ts';
import { completionAt } from './completion.ts';
import { partOf } from './use-server-words.ts';
import { vocabularyOf, withServerWords } from './vocabulary.ts';

const runs = [testRun('a', { metrics: { auc: 1 }, params: { optimizer: 'adam' } })];
const local = vocabularyOf(catalogueOf([runs]), runs);
const optimizer = { kind: 'params' as const, key: 'optimizer' };

test('what is asked of the server is the typed part of a name or value', () => {
  assert.equal(partOf('metrics.`val/l', 'name'), 'val/l');
  assert.equal(partOf('lo', 'name'), 'lo');
  // No entity: the dot belongs to the name.
  assert.equal(partOf('val.loss', 'name'), 'val.loss');
  assert.equal(partOf("'ad", 'value'), 'ad');
  assert.equal(partOf("'v1.2", 'value'), 'v1.2');
});

test('names of the server join those of the loaded runs, each once', () => {
  const words = withServerWords(local, { metrics: ['auc', 'val/loss'], tags: ['team'] }, undefined);
  const offered = completionAt('', 0, words).offers.map(({ text }) => text);
  assert.equal(offered.filter((text) => text === 'metrics.auc').length, 1);
  const typed = (text: string) => completionAt(text, text.length, words).offers.map((offer) => offer.text);
  assert.deepEqual(typed('val'), ['metrics.`val/loss`']);
  assert.deepEqual(typed('tea'), ['tags.team']);
});

test('values of the server come first, in its order, for the field that they belong to', () => {
  const values = [
    { value: 'sgd', runs: 90 },
    { value: 'adam', runs: 10 },
  ];
  const words = withServerWords(local, undefined, { field: optimizer, values });
  assert.deepEqual(words.values(optimizer), ["'sgd'", "'adam'"]);
  assert.deepEqual(words.values({ kind: 'params', key: 'depth' }), []);
  const waiting = withServerWords(local, undefined, { field: optimizer, values: undefined });
  assert.deepEqual(waiting.values(optimizer), ["'adam'"]);
});
