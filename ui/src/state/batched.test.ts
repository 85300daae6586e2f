import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batched } from './batched.ts';

test('what is wanted within a moment is asked for together, by topic', async () => {
  const asked: string[] = [];
  const load = batched(async (ids: string[], topic: string) => {
    asked.push(`${topic}: ${ids}`);
    return new Map(ids.filter((id) => id !== 'none').map((id) => [id, `${topic} of ${id}`]));
  });
  const found = await Promise.all([load('a', 'x'), load('b', 'x'), load('none', 'x'), load('a', 'y')]);
  assert.deepEqual(found, ['x of a', 'x of b', null, 'y of a']);
  assert.deepEqual(asked, ['x: a,b,none', 'y: a']);
});

test('more than a hundred wishes are several requests, and a failure reaches all of its own', async () => {
  let requests = 0;
  const load = batched(async (ids: string[]) => {
    requests += 1;
    if (ids.includes('bad')) throw new Error('no');
    return new Map(ids.map((id) => [id, id]));
  });
  const wishes = Array.from({ length: 100 }, (_, index) => load(String(index), ''));
  await assert.rejects(load('bad', ''), /no/);
  assert.equal((await Promise.all(wishes)).length, 100);
  assert.equal(requests, 2);
});
