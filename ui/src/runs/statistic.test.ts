import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderName, readStatistic, statisticOf, writeStatistic } from './statistic.ts';

test('a statistic is written and read again', () => {
  for (const text of ['max', 'min', 'mean', 'step 0', 'step -3', 'step 1200']) {
    assert.equal(writeStatistic(readStatistic(text)), text);
  }
  for (const text of [undefined, '', 'last', 'step', 'step 1.5', 'best']) {
    assert.deepEqual(readStatistic(text), { kind: 'last' });
  }
  assert.equal(writeStatistic({ kind: 'last' }), undefined);
});

test('it picks its number out of a summary', () => {
  const summary = { count: 3, min: 1, max: 5, mean: 2.5, valueAtStep: 4 };
  assert.equal(statisticOf(summary, { kind: 'max' }), 5);
  assert.equal(statisticOf(summary, { kind: 'mean' }), 2.5);
  assert.equal(statisticOf(summary, { kind: 'step', step: 7 }), 4);
  assert.equal(statisticOf({ ...summary, min: undefined }, { kind: 'min' }), undefined);
});

test('an order goes by the value that is shown', () => {
  assert.equal(orderName('metrics.auc', { kind: 'last' }), 'metrics.auc');
  assert.equal(orderName('metrics.`val/loss`', { kind: 'min' }), 'min(metrics.`val/loss`)');
  assert.equal(orderName('metrics.auc', { kind: 'step', step: 100 }), 'at(metrics.auc, 100)');
});
