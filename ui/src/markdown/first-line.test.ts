import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLine } from './first-line.ts';

test('what only Markdown needs is left out', () => {
  assert.equal(firstLine('\n# Iris\n\nmore'), 'Iris');
  assert.equal(firstLine('The *big* **forest** of `x`, see [paper](https://a.org)'), 'The big forest of x, see paper');
  assert.equal(firstLine('- one\n- two'), 'one');
  assert.equal(firstLine('2 * 3 and snake_case_name'), '2 * 3 and snake_case_name');
  assert.equal(firstLine(undefined), '');
});
