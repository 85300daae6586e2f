import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clausesOf,
  isComplete,
  isPlainSearch,
  joinClauses,
  mayBecomeCondition,
  operatorsFor,
  placeAt,
  serverFilter,
} from './clauses.ts';
import { tokensOf } from './lexer.ts';

/** The place of the bar in the text. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const { expecting, typed, field, operator } = placeAt(marked.replace('|', ''), caret);
  return { expecting, typed, field: field && `${field.kind}.${field.key}`, operator };
}

test('a filter falls into its words', () => {
  assert.deepEqual(
    tokensOf("metrics.`val/loss` <= -1.5e-3 and params.name not in ('a', 'b')").map(({ kind, text }) => [kind, text]),
    [
      ['name', 'metrics.`val/loss`'],
      ['operator', '<='],
      ['number', '-1.5e-3'],
      ['and', 'and'],
      ['name', 'params.name'],
      ['operator', 'not in'],
      ['list', "('a', 'b')"],
    ],
  );
});

test('words inside words are no operators', () => {
  assert.deepEqual(
    tokensOf('tags.android = "x"').map(({ kind }) => kind),
    ['name', 'operator', 'string'],
  );
  assert.deepEqual(
    tokensOf('params.input').map(({ kind }) => kind),
    ['name'],
  );
});

const kPlaces: [string, ReturnType<typeof at>][] = [
  ['|', { expecting: 'name', typed: '', field: undefined, operator: undefined }],
  ['metr|', { expecting: 'name', typed: 'metr', field: undefined, operator: undefined }],
  ['metrics.auc |', { expecting: 'operator', typed: '', field: 'metrics.auc', operator: undefined }],
  ['metrics.`val/l|', { expecting: 'name', typed: 'metrics.`val/l', field: undefined, operator: undefined }],
  ['params.opt = |', { expecting: 'value', typed: '', field: 'params.opt', operator: '=' }],
  ["params.opt = 'ad|", { expecting: 'value', typed: "'ad", field: 'params.opt', operator: '=' }],
  ["params.opt = 'adam' |", { expecting: 'and', typed: '', field: 'params.opt', operator: '=' }],
  ['tags.x IS NULL |', { expecting: 'and', typed: '', field: 'tags.x', operator: 'IS NULL' }],
  ['metrics.a > 1 AND pa|', { expecting: 'name', typed: 'pa', field: undefined, operator: undefined }],
  ['metrics.a > 1 an|', { expecting: 'and', typed: 'an', field: 'metrics.a', operator: '>' }],
];

for (const [marked, expected] of kPlaces) test(`at ${marked}`, () => assert.deepEqual(at(marked), expected));

test('only finished filters are sent while someone types', () => {
  for (const text of ['', 'metrics.a > 1', "params.x = 'y' AND tags.t IS NOT NULL", "attributes.run_id IN ('a')"]) {
    assert.equal(isComplete(text), true, text);
  }
  for (const text of ['metrics.a', 'metrics.a >', "params.x = 'y", "params.x = 'y' AND", 'metrics.a > x', 'a b c']) {
    assert.equal(isComplete(text), false, text);
  }
});

test('plain words look for a name', () => {
  assert.equal(isPlainSearch('train-02'), true);
  assert.equal(isPlainSearch('metrics.a > 1'), false);
  assert.equal(isPlainSearch('  '), false);
  assert.equal(serverFilter(" it's "), "attributes.run_name ILIKE '%it_s%'");
  assert.equal(serverFilter(' metrics.a > 1 '), 'metrics.a > 1');
});

test('the beginning of a condition is not searched for as a name', () => {
  for (const text of ['m', 'metrics', 'metrics.au', 'tags.']) assert.equal(mayBecomeCondition(text), true, text);
  for (const text of ['train', 'my-run', 'tr']) assert.equal(mayBecomeCondition(text), false, text);
});

test('a field has the operators that the server knows for it', () => {
  assert.ok(operatorsFor({ kind: 'metrics', key: 'a' }).includes('>='));
  assert.ok(!operatorsFor({ kind: 'metrics', key: 'a' }).includes('LIKE'));
  assert.ok(operatorsFor({ kind: 'tags', key: 'a' }).includes('IS NULL'));
  assert.ok(operatorsFor({ kind: 'attributes', key: 'run_id' }).includes('IN'));
  assert.ok(!operatorsFor({ kind: 'attributes', key: 'status' }).includes('IN'));
});

test('a filter can be taken apart and put together again', () => {
  const clauses = clausesOf("metrics.a > 1 AND  params.x = 'this AND that' and tags.t IS NULL").map(({ text }) => text);
  assert.deepEqual(clauses, ['metrics.a > 1', "params.x = 'this AND that'", 'tags.t IS NULL']);
  assert.equal(joinClauses(['metrics.a > 1', '', 'tags.t IS NULL']), 'metrics.a > 1 AND tags.t IS NULL');
});
