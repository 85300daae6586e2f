import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loggedImages } from './logged-images.ts';

const file = (name: string) => ({ path: `images/${name}` });

test('images are gathered by key and put in the order of steps', () => {
  const found = loggedImages([
    file('val#mask%step%10%timestamp%1700000000002%0a1b2c3d-1111-2222-3333-444455556666.png'),
    file('val#mask%step%10%timestamp%1700000000002%0a1b2c3d-1111-2222-3333-444455556666%compressed.webp'),
    file('val#mask%step%2%timestamp%1700000000001%0a1b2c3d-1111-2222-3333-444455556667.png'),
    file('val~mask+step+11+timestamp+1700000000009+769b2e23-62fe-4264-988c-f2cf0e5b4602.png'),
    file('val~mask+step+11+timestamp+1700000000009+769b2e23-62fe-4264-988c-f2cf0e5b4602+compressed.webp'),
    file('dog+step+0+timestamp+1700000000000+0a1b2c3d-1111-2222-3333-444455556668.png'),
    file('plain.png'),
  ]);
  assert.deepEqual([...found.keys()], ['val/mask', 'dog']);
  assert.deepEqual(
    found.get('val/mask')?.map(({ step }) => step),
    [2, 10, 11],
  );
});
