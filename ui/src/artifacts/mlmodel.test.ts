import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, readMlModel } from './mlmodel.ts';

const text = `artifact_path: model
flavors:
  python_function:
    env: conda.yaml
    loader_module: mlflow.sklearn
  sklearn:
    pickled_model: model.pkl
mlflow_version: 3.17.2
model_size_bytes: 1234
signature:
  inputs: '[{"type": "double", "name": "sepal length (cm)", "required": true}, {"type":
    "long", "name": "count", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: '[{"name": "alpha", "type": "float", "default": 0.5, "shape": null}]'
utc_time_created: '2025-03-03 08:00:00.000000'
`;

test('an MLmodel file tells flavours, signature and origin', async () => {
  const model = await readMlModel(text);
  assert.deepEqual(model.flavors, ['python_function', 'sklearn']);
  assert.equal(model.size, 1234);
  assert.equal(model.mlflowVersion, '3.17.2');
  assert.deepEqual(model.signature?.inputs, [
    { name: 'sepal length (cm)', type: 'double', required: true },
    { name: 'count', type: 'long', required: false },
  ]);
  assert.deepEqual(model.signature?.outputs, [{ name: '–', type: 'tensor of int64 (any)', required: true }]);
  assert.deepEqual(model.signature?.params, [{ name: 'alpha', type: 'float', required: true, fallback: '0.5' }]);
});

test('a model without a signature has none', async () => {
  assert.equal((await readMlModel('flavors: {}\n')).signature, undefined);
  assert.deepEqual((await readMlModel('just words')).flavors, []);
});

test('nested types are written out', () => {
  const schema = [
    {
      name: 'messages',
      type: 'array',
      items: {
        type: 'object',
        properties: { role: { type: 'string' }, tokens: { type: 'array', items: { type: 'long' } } },
      },
    },
  ];
  assert.equal(fieldsOf(JSON.stringify(schema))[0]?.type, 'array of { role: string, tokens: array of long }');
  assert.deepEqual(fieldsOf('not JSON'), []);
  assert.deepEqual(fieldsOf(undefined), []);
});
