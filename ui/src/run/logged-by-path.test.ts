import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelsByPath } from './logged-by-path.ts';

test('each path counts once, with its last flavours', () => {
  const tag = JSON.stringify([
    { artifact_path: 'model', flavors: { python_function: {} } },
    { artifact_path: 'other', flavors: {} },
    { artifact_path: 'model', flavors: { python_function: {}, sklearn: {} } },
    { run_id: 'x' },
  ]);
  assert.deepEqual(modelsByPath(tag), [
    { path: 'model', flavors: ['python_function', 'sklearn'] },
    { path: 'other', flavors: [] },
  ]);
});

test('a tag that is no such list has none', () => {
  for (const tag of [undefined, '', '{', '{}', '[null]']) assert.deepEqual(modelsByPath(tag), []);
});
