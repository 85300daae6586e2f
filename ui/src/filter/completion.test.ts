import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '../runs/catalogue.ts';
import { testRun } from '../runs/testing.ts';
import { accept, completionAt } from './completion.ts';
import { quoted, vocabularyOf } from './vocabulary.ts';

const runs = [
  testRun('a', { metrics: { 'val/loss': 1, auc: 1 }, params: { optimizer: 'adam' }, tags: { team: "o'neill" } }),
  testRun('b', { metrics: { 'val/loss': 2, auc: 1 }, params: { optimizer: 'sgd' } }),
  testRun('c', { metrics: { 'val/loss': 2, auc: 1 }, params: { optimizer: 'sgd' } }),
];
const vocabulary = vocabularyOf(catalogueOf([runs]), runs);

function offers(marked: string): string[] {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret, vocabulary).offers.map((offer) => offer.text);
}

function accepted(marked: string, offer: string): string {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const result = accept(text, completionAt(text, caret, vocabulary), offer);
  return `${result.text.slice(0, result.caret)}|${result.text.slice(result.caret)}`;
}

test('keys of the loaded runs are offered, quoted where they must be', () => {
  assert.ok(offers('|').includes('metrics.`val/loss`'));
  assert.deepEqual(offers('los|'), ['metrics.`val/loss`']);
  assert.deepEqual(offers('metrics.v|'), ['metrics.`val/loss`']);
});

test('a beginning counts more than a part', () => assert.equal(offers('au|')[0], 'metrics.auc'));

test('values are offered by how often they occur', () => {
  assert.deepEqual(offers('params.optimizer = |'), ["'sgd'", "'adam'"]);
  assert.deepEqual(offers("params.optimizer = 'a|"), ["'adam'"]);
});

test('statuses are known without any run', () => assert.ok(offers('attributes.status = |').includes("'FAILED'")));

test('a number is not guessed', () => assert.deepEqual(offers('metrics.auc > |'), []));

test('after a condition comes another', () => assert.deepEqual(offers('metrics.auc > 1 |'), ['AND']));

test('a value with a quote takes the other quotes', () => assert.equal(quoted("o'neill"), '"o\'neill"'));

test('an offer replaces what was typed and leaves room for the next word', () => {
  assert.equal(accepted('los|', 'metrics.`val/loss`'), 'metrics.`val/loss` |');
  assert.equal(accepted('metrics.auc|', 'metrics.auc'), 'metrics.auc |');
  assert.equal(
    accepted("params.optimizer = 'a| AND metrics.auc > 1", "'adam'").startsWith("params.optimizer = 'adam' |"),
    true,
  );
});
