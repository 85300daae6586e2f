import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellText, gridOfLoggedTable, gridOfSeparated, parseSeparated } from './grid.ts';

test('separated values may be quoted, with separators and line ends in them', () => {
  assert.deepEqual(parseSeparated('a,b\r\n"1,5","say ""hi""\nthere"\n,\n', ','), [
    ['a', 'b'],
    ['1,5', 'say "hi"\nthere'],
    ['', ''],
  ]);
  assert.deepEqual(parseSeparated('', ','), []);
  assert.deepEqual(parseSeparated('alone', ','), [['alone']]);
});

test('a table has a header and counts what it does not show', () => {
  const grid = gridOfSeparated('x.tsv', `a\tb\n${'1\t2\n'.repeat(1500)}`);
  assert.deepEqual(grid.columns, ['a', 'b']);
  assert.deepEqual(grid.rows[0], ['1', '2']);
  assert.equal(grid.rows.length, 1000);
  assert.equal(grid.total, 1500);
});

test('what log_table wrote is a table', () => {
  const grid = gridOfLoggedTable('{"columns":["q","score"],"data":[["why?",0.5],[null,{"a":1}]]}');
  assert.deepEqual(grid, {
    columns: ['q', 'score'],
    rows: [
      ['why?', '0.5'],
      ['', '{"a":1}'],
    ],
    total: 2,
  });
  assert.throws(() => gridOfLoggedTable('{"columns":1}'), /not a table/);
});

test('cells are texts', () => {
  assert.equal(cellText(12n), '12');
  assert.equal(cellText({ n: 3n }), '{"n":3}');
  assert.equal(cellText(new Date(0)), '1970-01-01T00:00:00.000Z');
  assert.equal(cellText(undefined), '');
});
