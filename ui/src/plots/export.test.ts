import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testRun } from '../runs/testing.ts';
import { csvOfColumns } from './export.ts';
import { columnsIn } from './spec.ts';

test('a chart across runs is saved with the columns that it draws', () => {
  const run = testRun('a', { metrics: { auc: 0.5 }, params: { opt: 'adam, "fast"' } });
  assert.equal(
    csvOfColumns([run], ['params.opt', 'metrics.auc', 'params.none']),
    'run_id,run_name,params.opt,metrics.auc,params.none\r\na,run-a,"adam, ""fast""",0.5,\r\n',
  );
  const all = { metrics: ['metrics.auc'], params: ['params.opt', 'params.lr'] };
  assert.deepEqual(columnsIn({ kind: 'scatter', x: 'params.lr', y: 'metrics.auc', colour: '' }, all), [
    'params.lr',
    'metrics.auc',
  ]);
  assert.deepEqual(columnsIn({ kind: 'importance', metric: 'metrics.auc' }, all), [...all.params, 'metrics.auc']);
});
