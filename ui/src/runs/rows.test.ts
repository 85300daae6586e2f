import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../api/run.ts';
import { aggregateOf, type DisplayRow, displayRows, runsOf } from './rows.ts';
import { testRun } from './testing.ts';

const child = (id: string, parent: string) => testRun(id, { tags: { 'mlflow.parentRunId': parent } });
const runs = [child('c2', 'p'), child('c1', 'p'), testRun('p'), testRun('q'), child('orphan', 'elsewhere')];
const valueIn = (metric: string) => (run: Run) => run.metrics.get(metric)?.value;
const usual = { groupBy: [], nested: true, open: new Set<string>() };

const shape = (rows: DisplayRow[]) =>
  rows.map((row) => (row.kind === 'run' ? `${'>'.repeat(row.depth)}${row.id}` : `[${row.label}: ${row.runs.length}]`));

test('children are folded under their parents; orphans stand for themselves', () => {
  assert.deepEqual(shape(displayRows([runs], usual)), ['p', 'q', 'orphan']);
  assert.deepEqual(shape(displayRows([runs], { ...usual, open: new Set(['p']) })), ['p', '>c2', '>c1', 'q', 'orphan']);
  assert.deepEqual(shape(displayRows([runs], { ...usual, nested: false })), ['c2', 'c1', 'p', 'q', 'orphan']);
});

test('a parent says how many it hides', () => {
  const [parent] = displayRows([runs], usual);
  assert.ok(parent?.kind === 'run');
  assert.equal(parent.children, 2);
});

test('a run that calls itself its parent is still there', () => {
  assert.deepEqual(shape(displayRows([[child('x', 'x')]], usual)), ['x']);
});

const grouped = [
  testRun('a', { params: { opt: 'adam', depth: '3' }, metrics: { auc: 0.7 } }),
  testRun('b', { params: { opt: 'sgd', depth: '3' }, metrics: { auc: 0.5 } }),
  testRun('c', { params: { opt: 'adam', depth: '4' }, metrics: { auc: 0.9 } }),
  testRun('d', { metrics: { auc: 'NaN' } }),
];

test('groups come in the order of their first runs; runs without the key are a group', () => {
  const rows = displayRows([grouped], { ...usual, groupBy: ['params.opt'] });
  assert.deepEqual(shape(rows), ['[opt: adam: 2]', '[opt: sgd: 1]', '[opt: (none): 1]']);
});

test('an open group shows its runs', () => {
  const rows = displayRows([grouped], { ...usual, groupBy: ['params.opt'], open: new Set(['group opt: adam']) });
  assert.deepEqual(shape(rows).slice(0, 3), ['[opt: adam: 2]', '>a', '>c']);
});

test('several keys make finer groups', () => {
  const rows = displayRows([grouped], { ...usual, groupBy: ['params.opt', 'params.depth'] });
  assert.equal(shape(rows)[0], '[opt: adam · depth: 3: 1]');
});

test('a group has mean, deviation, least and greatest, and NaN does not spoil them', () => {
  const [adam] = displayRows([grouped], { ...usual, groupBy: ['params.opt'] });
  assert.ok(adam);
  const auc = aggregateOf([...runsOf(adam), grouped[3] as (typeof grouped)[0]], valueIn('auc'));
  assert.ok(auc);
  assert.equal(auc.count, 2);
  assert.ok(Math.abs(auc.mean - 0.8) < 1e-12);
  assert.ok(Math.abs(auc.deviation - 0.1 * Math.SQRT2) < 1e-12);
  assert.deepEqual([auc.min, auc.max], [0.7, 0.9]);
  assert.equal(aggregateOf(grouped, valueIn('nothing')), undefined);
});
