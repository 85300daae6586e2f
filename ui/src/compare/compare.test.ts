import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../runs/testing.ts';
import { betterOf, compareRows } from './compare.ts';

const runs = [
  testRun('a', { metrics: { auc: 0.8, 'val/loss': 0.5, same: 1 }, params: { lr: '1', seed: '7' } }),
  testRun('b', { metrics: { auc: 0.9, 'val/loss': 0.4, same: 1 }, params: { lr: '2', seed: '7' } }),
  testRun('c', { metrics: { auc: 0.9, 'val/loss': 'NaN' }, params: { seed: '7' } }),
];
const row = (kind: 'metrics' | 'params', key: string) => compareRows(runs, kind).find((each) => each.key === key);

test('every key of any run has a row, with a gap where a run lacks it', () => {
  assert.deepEqual(
    compareRows(runs, 'params').map(({ key, cells }) => [key, ...cells]),
    [
      ['lr', '1', '2', undefined],
      ['seed', '7', '7', '7'],
    ],
  );
});

test('a row knows whether it tells the runs apart', () => {
  assert.equal(row('params', 'lr')?.differs, true);
  assert.equal(row('params', 'seed')?.differs, false);
});

test('the best value is marked, each time that it occurs', () => {
  assert.deepEqual([...(row('metrics', 'auc')?.best ?? [])], [1, 2]);
});

test('of losses the smallest is best, and NaN never is', () => {
  assert.deepEqual([...(row('metrics', 'val/loss')?.best ?? [])], [1]);
});

test('where all are equal none is best', () => assert.equal(row('metrics', 'same')?.best.size, 0));

test('the direction is guessed from the name, and may be turned round', () => {
  for (const key of ['val/loss', 'rmse', 'inference_time', 'word_err']) assert.equal(betterOf(key), 'lower', key);
  for (const key of ['auc', 'accuracy', 'f1', 'r2']) assert.equal(betterOf(key), 'higher', key);
  assert.equal(betterOf('auc', new Set(['auc'])), 'lower');
  const auc = compareRows(runs, 'metrics', new Set(['auc'])).find(({ key }) => key === 'auc');
  assert.deepEqual([auc?.better, ...(auc?.best ?? [])], ['lower', 0]);
});

test('what a machine did has no best value', () => {
  const pair = [1, 2].map((value) => testRun(`${value}`, { metrics: { 'system/cpu': value } }));
  const [cpu] = compareRows(pair, 'metrics');
  assert.deepEqual([cpu?.better, cpu?.best.size], [undefined, 0]);
});

test('what is not as in most runs stands out; without a most, all do', () => {
  const of = (...values: string[]) => {
    const some = values.map((value, index) => testRun(`${index}`, { params: { p: value } }));
    return [...(compareRows(some, 'params')[0]?.unusual ?? [])];
  };
  assert.deepEqual(of('a', 'a', 'b'), [2]);
  assert.deepEqual(of('a', 'b'), [0, 1]);
  assert.deepEqual(of('a', 'a'), []);
});
