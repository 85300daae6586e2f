import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, jsonOf } from './export.ts';
import { testRun } from './testing.ts';

const runs = [
  testRun('a', { metrics: { auc: 0.1, bad: 'NaN' }, params: { note: 'one, "two"\nthree' } }),
  testRun('b', { metrics: { auc: 0.30000000000000004 }, tags: { team: 'x' } }),
];

test('a CSV has every key as a column, and quotes what must be', () => {
  const time = '1970-01-01T00:00:01.000Z,1970-01-01T00:00:02.000Z';
  assert.equal(
    csvOf(runs),
    [
      'run_id,run_name,experiment_id,status,start_time,end_time,metrics.auc,metrics.bad,params.note,tags.team',
      `a,run-a,1,FINISHED,${time},0.1,NaN,"one, ""two""\nthree",`,
      `b,run-b,1,FINISHED,${time},0.30000000000000004,,,x`,
      '',
    ].join('\r\n'),
  );
});

test('a JSON file can be read again', () => {
  const [first, second] = JSON.parse(jsonOf(runs));
  assert.equal(first.metrics.bad, 'NaN');
  assert.equal(second.metrics.auc, 0.30000000000000004);
  assert.equal(first.params.note, 'one, "two"\nthree');
});
