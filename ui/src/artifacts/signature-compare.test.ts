import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureDifferences } from './signature-compare.ts';

const field = (name: string, type: string, required = true) => ({ name, type, required });

test('signatures are compared field by field', () => {
  const first = { inputs: [field('x', 'double'), field('y', 'long')], outputs: [field('–', 'long')], params: [] };
  const second = {
    inputs: [field('x', 'float'), field('z', 'long', false)],
    outputs: [field('–', 'long')],
    params: [],
  };
  assert.deepEqual(signatureDifferences(first, second), [
    { part: 'input', name: 'x', first: 'double', second: 'float' },
    { part: 'input', name: 'y', first: 'long', second: undefined },
    { part: 'input', name: 'z', first: undefined, second: 'long, optional' },
    { part: 'output', name: '–', first: 'long', second: 'long' },
  ]);
});

test('without signatures there is nothing to compare', () => {
  assert.deepEqual(signatureDifferences(undefined, undefined), []);
  assert.equal(signatureDifferences(undefined, { inputs: [field('x', 'double')], outputs: [], params: [] }).length, 1);
});
