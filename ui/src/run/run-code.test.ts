import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSnippets, searchCode } from './run-code.ts';

test('a search is written as Python calls it', () => {
  assert.equal(
    searchCode('http://h', {
      experiments: ['1', '2'],
      filter: "params.a = 'b' AND metrics.`x\\y` > 1",
      orderBy: ['metrics.`x` DESC'],
      viewType: 'ALL',
    }),
    `import mlflow
from mlflow.entities import ViewType

mlflow.set_tracking_uri("http://h")
runs = mlflow.search_runs(
    experiment_ids=["1", "2"],
    filter_string="params.a = 'b' AND metrics.\`x\\\\y\` > 1",
    order_by=["metrics.\`x\` DESC"],
    run_view_type=ViewType.ALL,
)`,
  );
});

test('what a search does not say is left out', () => {
  const code = searchCode('http://h', { experiments: ['1'], filter: '', orderBy: [], viewType: 'ACTIVE_ONLY' });
  assert.ok(code.endsWith('mlflow.search_runs(\n    experiment_ids=["1"],\n)'));
});

test('a run is fetched by its id', () => {
  const [run] = runSnippets('http://h', 'abc', { experiments: [], filter: '', orderBy: [], viewType: 'ALL' });
  assert.ok(run?.code.includes('mlflow.get_run("abc")'));
});
