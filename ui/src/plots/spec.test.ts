import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSpecs, usualSpec } from './spec.ts';

test('specs from an address are checked', () => {
  const scatter = { kind: 'scatter', x: 'params.lr', y: 'metrics.auc', colour: '' };
  assert.deepEqual(readSpecs([scatter, { kind: 'scatter', x: 1 }, { kind: 'pie' }, null]), [scatter]);
  assert.deepEqual(readSpecs('nonsense'), []);
});

test('a new chart shows something at once', () => {
  assert.deepEqual(usualSpec('scatter', ['metrics.auc'], ['params.lr', 'params.seed']), {
    kind: 'scatter',
    x: 'params.lr',
    y: 'metrics.auc',
    colour: '',
  });
  assert.deepEqual(usualSpec('importance', ['metrics.auc'], []), { kind: 'importance', metric: 'metrics.auc' });
});
