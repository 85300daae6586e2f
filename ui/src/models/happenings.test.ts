import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelVersion } from '../api/models.ts';
import { happeningsOf } from './happenings.ts';

const version = (number: string, created: number, changed: number, stage: ModelVersion['current_stage'] = 'None') =>
  ({
    name: 'm',
    version: number,
    creation_timestamp: created,
    last_updated_timestamp: changed,
    current_stage: stage,
    status: 'READY',
  }) satisfies ModelVersion;

test('what happened stands in order, the newest first', () => {
  const model = { name: 'm', creation_timestamp: 10, last_updated_timestamp: 90 };
  const found = happeningsOf(model, [version('2', 30, 30), version('1', 20, 50, 'Production')]);
  assert.deepEqual(
    found.map(({ at, text }) => `${at} ${text}`),
    [
      '90 Model changed',
      '50 Version 1 changed, now Production',
      '30 Version 2 registered',
      '20 Version 1 registered',
      '10 Model created',
    ],
  );
});

test('a change of a version is not told twice as one of the model', () => {
  const model = { name: 'm', creation_timestamp: 10, last_updated_timestamp: 50 };
  const found = happeningsOf(model, [{ ...version('1', 20, 50), user_id: 'ada' }]);
  assert.deepEqual(
    found.map(({ text }) => text),
    ['Version 1 changed', 'Version 1 registered by ada', 'Model created'],
  );
});
