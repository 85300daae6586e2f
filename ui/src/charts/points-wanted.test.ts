import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointsWanted } from './points-wanted.ts';

test('a chart asks for what its width can show, and many runs share', () => {
  assert.equal(pointsWanted(370, 10), 400);
  assert.equal(pointsWanted(390, 10), 400);
  assert.equal(pointsWanted(1300, 1), 1400);
  assert.equal(pointsWanted(1300, 100), 240);
  assert.equal(pointsWanted(1300, 1000), 40);
});
