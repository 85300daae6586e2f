import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachLimited } from './each.ts';

test('every item has its turn, never more than the limit at once', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await forEachLimited([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((wait) => setTimeout(wait, 1));
    done.push(item);
    running -= 1;
  });
  assert.deepEqual(done.toSorted(), [1, 2, 3, 4, 5]);
  assert.equal(most, 2);
});

test('one failure does not stop the others, and is told', async () => {
  const done: number[] = [];
  await assert.rejects(
    forEachLimited([1, 2, 3], 1, async (item) => {
      if (item === 2) throw new Error('two');
      done.push(item);
    }),
    /two/,
  );
  assert.deepEqual(done, [1, 3]);
});
