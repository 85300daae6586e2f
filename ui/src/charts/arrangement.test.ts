import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arranged, clampSize, orderAfter, orderAfterStep, readSize, writeSize } from './arrangement.ts';

const keys = ['a', 'b', 'c'];

test('what was moved stands as it was put, what is new behind it', () => {
  assert.deepEqual(arranged(keys, []), keys);
  const order = orderAfter([], keys, 'c', 'a');
  assert.deepEqual(arranged(keys, order), ['c', 'a', 'b']);
  assert.deepEqual(arranged([...keys, 'd'], order), ['c', 'a', 'b', 'd']);
  assert.deepEqual(arranged(['b', 'c'], order), ['c', 'b']);
});

test('sections do not disturb each other', () => {
  const order = orderAfter(orderAfter([], keys, 'b', 'a'), ['x', 'y'], 'y', 'x');
  assert.deepEqual(arranged(keys, order), ['b', 'a', 'c']);
  assert.deepEqual(arranged(['x', 'y'], order), ['y', 'x']);
});

test('panels move by one place and stop at the ends', () => {
  const step = (key: string, places: number) => arranged(keys, orderAfterStep([], keys, key, places));
  assert.deepEqual(step('a', 1), ['b', 'a', 'c']);
  assert.deepEqual(step('c', -1), ['a', 'c', 'b']);
  assert.deepEqual(step('c', 1), keys);
  assert.deepEqual(step('a', -1), keys);
});

test('sizes are written, read and kept within the board', () => {
  assert.deepEqual(readSize('2x3'), { columns: 2, rows: 3 });
  assert.deepEqual(readSize('0x9'), { columns: 1, rows: 1 });
  assert.equal(writeSize({ columns: 1, rows: 1 }), undefined);
  assert.equal(writeSize({ columns: 3, rows: 2 }), '3x2');
  assert.deepEqual(clampSize({ columns: 9, rows: 0 }, 3), { columns: 3, rows: 1 });
});
