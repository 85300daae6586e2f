import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '../catalogue.ts';
import { columnsOf } from '../columns.ts';
import { testRun } from '../testing.ts';
import { kUsualTable } from '../view.ts';
import { fits, plainCell } from './plain-cell.ts';

const run = testRun('a', { metrics: { auc: 0.123456 }, params: { optimizer: 'adam' }, tags: { team: 'growth' } });
const catalogue = catalogueOf([[run]]);

function cell(id: string, view = kUsualTable) {
  const shown = { ...view, shown: { [id]: true } };
  const column = columnsOf(catalogue, shown).find((each) => each.id === id);
  assert.ok(column, id);
  return plainCell(run, column);
}

test('numbers are rounded and say the rest in their title', () => {
  assert.deepEqual(cell('metrics.auc'), { text: '0.1235', title: '0.123456 at step 0' });
});

test('texts are as they are, and what a run has not is empty', () => {
  assert.equal(cell('params.optimizer')?.text, 'adam');
  assert.equal(cell('tags.team')?.text, 'growth');
  assert.equal(cell('attributes.source')?.text, '');
});

test('what follows the clock or is drawn is no plain text', () => {
  assert.equal(cell('attributes.start_time'), undefined);
  assert.equal(cell('attributes.status'), undefined);
  assert.equal(cell('metrics.auc', { ...kUsualTable, curves: ['metrics.auc'] }), undefined);
  assert.equal(cell('metrics.auc', { ...kUsualTable, statistics: { 'metrics.auc': 'max' } }), undefined);
});

test('a text that may be too wide is cut off', () => {
  assert.equal(fits('0.1235', 96), true);
  assert.equal(fits('-1.235e-10', 96), false);
  assert.equal(fits('adam', 96), true);
  assert.equal(fits('WWWWWWWW', 96), false);
  assert.equal(fits('漢字', 60), false);
});
