import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSnippets } from './run-code.ts';

test('a run is fetched by its id, with its files, and by the search', () => {
  const search = { experiments: ['1'], filter: 'metrics.a > 1', orderBy: [], viewType: 'ALL' as const };
  const [run, files, found] = runSnippets('http://h', 'abc', search);
  assert.ok(run?.code.includes('mlflow.get_run("abc")'));
  assert.ok(files?.code.includes('download_artifacts(run_id="abc")'));
  assert.ok(found?.code.includes('filter_string="metrics.a > 1"'));
});
