import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from './catalogue.ts';
import { columnChoices, columnsOf, orderAfterMove } from './columns.ts';
import { testRun } from './testing.ts';
import { kUsualTable } from './view.ts';

const catalogue = catalogueOf([
  [
    testRun('a', {
      metrics: { 'val/loss': 1, 'train/loss': 1, auc: 0.5, constant: 3, 'system/cpu': 5 },
      params: { lr: '0.1', seed: '7' },
      tags: { team: 'x' },
    }),
    testRun('b', {
      metrics: { 'val/loss': 2, 'train/loss': 2, auc: 0.6, constant: 3, 'system/cpu': 6 },
      params: { lr: '0.2', seed: '7' },
      tags: { team: 'y' },
    }),
  ],
]);

const ids = (view: Partial<typeof kUsualTable> = {}) =>
  columnsOf(catalogue, { ...kUsualTable, ...view }).map((column) => column.id);

test('metrics come first, what differs before what does not, groups together', () => {
  assert.deepEqual(ids().slice(0, 6), [
    'metrics.auc',
    'metrics.constant',
    'metrics.train/loss',
    'metrics.val/loss',
    'params.lr',
    'params.seed',
  ]);
});

test('system metrics and tags wait to be asked for', () => {
  assert.ok(!ids().includes('metrics.system/cpu'));
  assert.ok(!ids().includes('tags.team'));
  assert.ok(ids({ shown: { 'tags.team': true } }).includes('tags.team'));
});

test('only what differs, but what was chosen stays', () => {
  const shown = ids({ onlyDiffering: true, shown: { 'params.seed': true } });
  assert.ok(!shown.includes('metrics.constant'));
  assert.ok(shown.includes('params.seed'));
  assert.ok(shown.includes('attributes.start_time'));
});

test('pinned columns stand in front', () => {
  assert.equal(ids({ pinned: ['params.lr'] })[0], 'params.lr');
});

test('moving a column keeps the order of the others', () => {
  const columns = columnsOf(catalogue, kUsualTable);
  const order = orderAfterMove(columns, 'params.lr', 'metrics.auc');
  assert.deepEqual(ids({ order }).slice(0, 3), ['params.lr', 'metrics.auc', 'metrics.constant']);
});

test('a new column finds its place among moved ones', () => {
  const columns = columnsOf(catalogue, kUsualTable);
  const order = orderAfterMove(columns, 'metrics.val/loss', 'metrics.auc');
  const shown = ids({ order, shown: { 'metrics.system/cpu': true } });
  assert.equal(shown[0], 'metrics.val/loss');
  assert.ok(shown.includes('metrics.system/cpu'));
});

test('a folded group is its first column and a count', () => {
  const columns = columnsOf(catalogue, { ...kUsualTable, folded: ['metrics.'] });
  assert.equal(columns[0]?.id, 'metrics.auc');
  assert.equal(columns[0]?.folded, 1);
  assert.equal(columns[1]?.id, 'metrics.train/loss');
});

test('widths stay within reason', () => {
  const columns = columnsOf(catalogue, { ...kUsualTable, widths: { 'params.lr': 4, 'metrics.auc': 99999 } });
  assert.equal(columns.find((column) => column.id === 'params.lr')?.width, 56);
  assert.equal(columns.find((column) => column.id === 'metrics.auc')?.width, 640);
});

test('the chooser knows every key and what is visible of it', () => {
  const choices = columnChoices(catalogue, { ...kUsualTable, shown: { 'params.lr': false } });
  assert.equal(choices.find((choice) => choice.id === 'params.lr')?.visible, false);
  assert.equal(choices.find((choice) => choice.id === 'tags.team')?.visible, false);
  assert.equal(choices.find((choice) => choice.id === 'metrics.auc')?.visible, true);
});

test('columns keep their places while more pages arrive', () => {
  const first = [testRun('a', { params: { b: '1', a: '1' } }), testRun('b', { params: { b: '2', a: '1' } })];
  const second = [testRun('c', { params: { b: '1', a: '9', c: '1' } })];
  const before = catalogueOf([first]);
  const after = columnsOf(catalogueOf([first, second]), kUsualTable, before);
  assert.deepEqual(after.map((column) => column.id).slice(0, 3), ['params.b', 'params.a', 'params.c']);
});
