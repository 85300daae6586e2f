import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeFresh } from './live.ts';
import { testRun } from './testing.ts';

const page = (...ids: string[]) => ({ runs: ids.map((id) => testRun(id)), nextPageToken: undefined });
const ids = (pages: { runs: { id: string }[] }[]) => pages.map((each) => each.runs.map((run) => run.id));

test('new runs push the old ones down, and nothing is lost or doubled', () => {
  const merged = mergeFresh([page('c', 'b'), page('a')], [testRun('d'), testRun('c')], []);
  assert.deepEqual(ids(merged), [['d', 'c', 'b'], ['a']]);
});

test('unchanged runs keep their identity', () => {
  const before = [page('b', 'a')];
  const [after] = mergeFresh(before, [testRun('b'), testRun('a')], []);
  assert.equal(after?.runs[0], before[0]?.runs[0]);
});

test('a changed metric replaces the run', () => {
  const before = [{ runs: [testRun('a', { metrics: { x: 1 } })], nextPageToken: undefined }];
  const [after] = mergeFresh(before, [testRun('a', { metrics: { x: 2 } })], []);
  assert.equal(after?.runs[0]?.metrics.get('x')?.value, 2);
});

test('a running run further down is replaced where it stands', () => {
  const ended = testRun('a', { info: { status: 'FAILED' } });
  const merged = mergeFresh([page('c'), page('b', 'a')], [testRun('c')], [ended]);
  assert.deepEqual(ids(merged), [['c'], ['b', 'a']]);
  assert.equal(merged[1]?.runs[1]?.info.status, 'FAILED');
});

test('a page without changes stays the same object', () => {
  const before = [page('c'), page('b')];
  assert.equal(mergeFresh(before, [testRun('c')], [])[1], before[1]);
});
