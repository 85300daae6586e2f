import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOfSeries } from './export.ts';

test('a chart as CSV has a row for each point', () => {
  const csv = csvOfSeries([
    {
      id: 'a',
      label: 'one, two',
      colour: '',
      live: false,
      points: { steps: [0, 1], times: [0, 1000], values: [0.5, Number.NaN] },
    },
  ]);
  assert.equal(
    csv,
    'run_id,run_name,step,time,value\r\n' +
      'a,"one, two",0,1970-01-01T00:00:00.000Z,0.5\r\n' +
      'a,"one, two",1,1970-01-01T00:00:01.000Z,NaN\r\n',
  );
});
