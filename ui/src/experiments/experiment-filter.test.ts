import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experimentFilter } from './experiment-filter.ts';

test('words look for a name', () => {
  assert.equal(experimentFilter(' churn '), "attribute.name ILIKE '%churn%'");
  assert.equal(experimentFilter("it's"), "attribute.name ILIKE '%it_s%'");
  assert.equal(experimentFilter('  '), '');
});

test('a whole condition is a filter, an unfinished one a name', () => {
  assert.equal(experimentFilter("tags.team = 'growth' "), "tags.team = 'growth'");
  assert.equal(experimentFilter("tags.team = 'gro"), "attribute.name ILIKE '%tags.team = _gro%'");
});
