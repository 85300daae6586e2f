import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSnippets } from './load-code.ts';

test('a model is loaded as pyfunc, by its own flavour, and as files', () => {
  const found = loadSnippets('http://h:5000', 'models:/a "b"/3', ['python_function', 'sklearn', 'of_ours']);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['pyfunc', 'sklearn', 'files'],
  );
  assert.equal(
    found[1]?.code,
    'import mlflow.sklearn\n\nmlflow.set_tracking_uri("http://h:5000")\nmodel = mlflow.sklearn.load_model("models:/a \\"b\\"/3")',
  );
});
