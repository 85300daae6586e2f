import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concerns, joined, readChanges } from './changes.ts';

const some = readChanges('{"experiments":[{"experiment_id":"1","run_ids":["a","b"]},{"experiment_id":"2"}]}');

test('a change concerns who shows its experiment or its run', () => {
  assert.ok(concerns(some, { experiments: ['1'] }));
  assert.ok(!concerns(some, { experiments: ['3'] }));
  const named = readChanges('{"experiments":[{"experiment_id":"1","run_ids":["a"]}]}');
  assert.ok(concerns(named, { runs: ['x', 'a'] }));
  assert.ok(!concerns(named, { runs: ['x'] }));
  assert.ok(concerns(some, { runs: ['x'] }), 'unnamed runs may be any');
  assert.ok(!concerns('all', undefined));
  assert.ok(!concerns('all', { other: true }));
  assert.ok(concerns('all', { runs: [] }));
});

test('changes add up', () => {
  const more = joined(some, readChanges('{"experiments":[{"experiment_id":"1","run_ids":["c"]}]}'));
  assert.deepEqual(more === 'all' || [...(more.get('1') ?? [])], ['a', 'b', 'c']);
  const unnamed = joined(more, readChanges('{"experiments":[{"experiment_id":"1"}]}'));
  assert.ok(unnamed !== 'all' && unnamed.has('1') && unnamed.get('1') === undefined);
  assert.equal(joined(some, 'all'), 'all');
  assert.equal(joined(undefined, some), some);
});
