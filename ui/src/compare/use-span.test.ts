import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from './use-span.ts';

const list = { axis: 'y', count: 300, size: 40 } as const;

test('a short list is drawn whole', () => {
  assert.deepEqual(spanOf(0, 100, { ...list, count: 40 }), { start: 0, end: 40 });
});

test('of a long one, what is in sight and some more', () => {
  assert.deepEqual(spanOf(0, 400, list), { start: 0, end: 16 });
  assert.deepEqual(spanOf(4000, 400, list), { start: 94, end: 116 });
  assert.deepEqual(spanOf(300 * 40, 400, list), { start: 294, end: 300 });
  assert.deepEqual(spanOf(1e6, 400, list), { start: 300, end: 300 });
});
