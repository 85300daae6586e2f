import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textPosition } from './position.ts';

test('bytes become places in the text', () => {
  assert.equal(textPosition('abc >> 1', 4), 4);
  assert.equal(textPosition("tags.`ä` = 'x' AND ?", 20), 19);
  assert.equal(textPosition("tags.t = '😀' ??", 16), 14);
  assert.equal(textPosition('abc', 99), 3);
});
