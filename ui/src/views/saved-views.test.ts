import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedViews, tagOfView, viewName } from './saved-views.ts';

test("a view's name becomes a key that the server takes", () => {
  assert.equal(viewName('  best / of "week" 7  '), 'best of week 7');
  assert.equal(viewName('größte.Läufe'), 'größte.Läufe');
  assert.equal(viewName('///'), '');
  assert.equal(viewName('x'.repeat(99)).length, 60);
});

test("an experiment's views are among its tags", () => {
  const views = savedViews({
    experiment_id: '1',
    name: 'e',
    artifact_location: '',
    lifecycle_stage: 'active',
    tags: [
      { key: tagOfView('slow'), value: 'orderByKey=a' },
      { key: 'team', value: 'x' },
      { key: tagOfView('best'), value: 'searchFilter=b' },
    ],
  });
  assert.deepEqual(views, [
    { name: 'best', query: 'searchFilter=b' },
    { name: 'slow', query: 'orderByKey=a' },
  ]);
});
