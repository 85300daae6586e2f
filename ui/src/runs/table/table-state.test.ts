import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '../catalogue.ts';
import { columnsOf } from '../columns.ts';
import { testRun } from '../testing.ts';
import { kUsualTable } from '../view.ts';
import { foldGroup, moveBy, nextSort, pin, resize, show } from './table-state.ts';

const catalogue = catalogueOf([
  [testRun('1', { metrics: { a: 1, b: 1, c: 1 } }), testRun('2', { metrics: { a: 2, b: 2, c: 2 } })],
]);
const columns = columnsOf(catalogue, kUsualTable);

function metricsAfter(id: string, places: number): string[] {
  return columnsOf(catalogue, moveBy(columns, id, places)(kUsualTable))
    .filter((column) => column.kind === 'metrics')
    .map((column) => column.key);
}

test('a column moves by one place either way', () => {
  assert.deepEqual(metricsAfter('metrics.a', 1), ['b', 'a', 'c']);
  assert.deepEqual(metricsAfter('metrics.c', -1), ['a', 'c', 'b']);
  assert.deepEqual(metricsAfter('metrics.a', -1), ['a', 'b', 'c']);
});

test('pinning twice pins once', () => {
  assert.deepEqual(pin('x', true)(pin('x', true)(kUsualTable)).pinned, ['x']);
  assert.deepEqual(pin('x', false)(pin('x', true)(kUsualTable)).pinned, []);
});

test('a width can be given back', () => {
  const wide = resize('x', 200)(kUsualTable);
  assert.deepEqual(wide.widths, { x: 200 });
  assert.deepEqual(resize('x', undefined)(wide).widths, {});
});

test('hiding and folding are kept by name', () => {
  assert.deepEqual(show('x', false)(kUsualTable).shown, { x: false });
  assert.deepEqual(foldGroup('g', true)(kUsualTable).folded, ['g']);
});

test('sorting turns round on the second click', () => {
  const first = nextSort({ column: 'attributes.start_time', ascending: false }, 'metrics.a');
  assert.deepEqual(first, { column: 'metrics.a', ascending: false });
  assert.deepEqual(nextSort(first, 'metrics.a'), { column: 'metrics.a', ascending: true });
});
