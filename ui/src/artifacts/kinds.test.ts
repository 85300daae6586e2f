import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, mayShowUnasked, sizeText } from './kinds.ts';

test('a file is shown by its name', () => {
  assert.equal(kindOf('plots/loss.PNG'), 'image');
  assert.equal(kindOf('model/MLmodel'), 'mlmodel');
  assert.equal(kindOf('a.b/Dockerfile'), 'text');
  assert.equal(kindOf('data.tsv'), 'table');
  assert.equal(kindOf('weights.bin'), 'none');
  assert.equal(kindOf('noextension'), 'none');
  assert.equal(kindOf('eval.json', new Set(['eval.json'])), 'logged-table');
  assert.equal(kindOf('eval.json'), 'text');
});

test('what is large is not loaded unasked, but for media, which come in pieces', () => {
  assert.ok(mayShowUnasked('text', 1000));
  assert.ok(!mayShowUnasked('text', 5_000_000));
  assert.ok(mayShowUnasked('video', 5_000_000_000));
  assert.ok(!mayShowUnasked('none', 1));
});

test('sizes are short', () => {
  assert.equal(sizeText(0), '0 B');
  assert.equal(sizeText(999), '999 B');
  assert.equal(sizeText(1234), '1.2 kB');
  assert.equal(sizeText(123_456_789), '123 MB');
});
