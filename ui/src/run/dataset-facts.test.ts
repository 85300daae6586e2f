import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasetFilter, factsOf } from './dataset-facts.ts';

// As mlflow 3.17 logs mlflow.data.from_pandas(..., source="https://example.org/iris.csv", targets="target").
const kPandas = {
  tags: [{ key: 'mlflow.data.context', value: 'training' }],
  dataset: {
    name: 'iris',
    digest: '8f9eb48c',
    source_type: 'http',
    source: '{"url": "https://example.org/iris.csv"}',
    schema: '{"mlflow_colspec": [{"type": "double", "name": "petal", "required": true}]}',
    profile: '{"num_rows": 1500, "num_elements": 7500}',
  },
};

test('a table has its columns, size and source', () => {
  assert.deepEqual(factsOf(kPandas), {
    name: 'iris',
    digest: '8f9eb48c',
    context: 'training',
    fields: [{ name: 'petal', type: 'double', required: true }],
    profile: [
      ['rows', '1,500'],
      ['elements', '7,500'],
    ],
    source: 'https://example.org/iris.csv',
  });
});

test('arrays have tensors; data out of code is from its script', () => {
  const spec = '[{"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 4]}}]';
  const facts = factsOf({
    dataset: {
      name: 'dataset',
      digest: 'x',
      source_type: 'code',
      source: '{"tags": {"mlflow.source.name": "train.py"}}',
      schema: JSON.stringify({ mlflow_tensorspec: { features: spec, targets: null } }),
      profile: '{"features_shape": [150, 4]}',
    },
  });
  assert.deepEqual(facts.fields, [{ name: 'features', type: 'tensor of float64 (any, 4)', required: true }]);
  assert.deepEqual(facts.profile, [['features shape', '[150,4]']]);
  assert.equal(facts.source, 'train.py');
});

test('what says nothing has nothing', () => {
  const facts = factsOf({ dataset: { name: 'a', digest: 'b', source_type: '', source: '', schema: 'x' } });
  assert.deepEqual([facts.fields, facts.profile, facts.source, facts.context], [[], [], undefined, undefined]);
});

test('the runs with it are found by name and digest', () => {
  assert.equal(datasetFilter({ name: "ada's", digest: 'b' }), `dataset.name = "ada's" AND dataset.digest = 'b'`);
});
