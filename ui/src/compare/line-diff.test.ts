import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineDiff } from './line-diff.ts';

const shown = (before: string, after: string) =>
  lineDiff(before, after)?.map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);

test('what was taken away stands before what came instead', () => {
  assert.deepEqual(shown('a\nb\nc\n', 'a\nx\nc\n'), [' a', '-b', '+x', ' c']);
  assert.deepEqual(shown('a\nb', 'b\nc'), ['-a', ' b', '+c']);
});

test('equal texts have no difference, and empty ones no lines', () => {
  assert.deepEqual(shown('a\r\nb', 'a\nb\n'), [' a', ' b']);
  assert.deepEqual(shown('', ''), []);
  assert.deepEqual(shown('', 'a'), ['+a']);
});

test('texts that differ in too many lines are left alone', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${index}`).join('\n');
  assert.equal(lineDiff(long('a'), long('b')), undefined);
  assert.equal(lineDiff(long('a'), `${long('a')}\nend`)?.length, 3001);
});
