import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExperimentView, kUsualView, readView, writeView } from './view.ts';

test('the usual view needs no words', () => {
  assert.equal(writeView(kUsualView).toString(), '');
  assert.deepEqual(readView(new URLSearchParams()), kUsualView);
});

test('a view survives the round trip through an address', () => {
  const view: ExperimentView = {
    filter: "metrics.`val/auc` > 0.9 AND params.name = 'ä & b'",
    lifecycle: 'Deleted',
    sort: { column: 'metrics.val/auc', ascending: true },
    panes: 'both',
    table: {
      shown: { 'tags.team': true, 'attributes.user_id': false },
      order: ['params.lr', 'metrics.val/auc'],
      pinned: ['params.lr'],
      widths: { 'params.lr': 140 },
      folded: ['metrics.train'],
      onlyDiffering: true,
      groupBy: ['params.lr'],
      groupRange: true,
      flat: true,
      statistics: { 'metrics.auc': 'max' },
      curves: ['metrics.val/auc'],
    },
    charts: { ...kUsualView.charts, x: 'relative', logX: true, logY: true },
  };
  assert.deepEqual(readView(new URLSearchParams(writeView(view).toString())), view);
});

test("MLflow's own address is understood", () => {
  const query = new URLSearchParams(
    'searchFilter=metrics.a+%3E+1&orderByKey=metrics.%60val%2Fauc%60&orderByAsc=true&startTime=ALL&lifecycleFilter=Active',
  );
  const view = readView(query);
  assert.equal(view.filter, 'metrics.a > 1');
  assert.deepEqual(view.sort, { column: 'metrics.`val/auc`', ascending: true });
});

test('a damaged address falls back to the usual', () => {
  assert.deepEqual(readView(new URLSearchParams('table={"order":[1,"a"],"widths":{"a":"b"}')).table, kUsualView.table);
  assert.deepEqual(readView(new URLSearchParams('table={"order":[1,"a"],"widths":{"a":"b"}}')).table, {
    ...kUsualView.table,
    order: ['a'],
  });
  assert.equal(readView(new URLSearchParams('lifecycleFilter=Nonsense')).lifecycle, 'Active');
});
