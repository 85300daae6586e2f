import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turned } from './wheel.ts';

const still = { deltaX: 0, deltaY: 0, ctrlKey: false, metaKey: false, shiftKey: false };
const whole = { min: 0, max: 100 };

test('the bare wheel is the page’s', () => {
  assert.equal(turned({ ...still, deltaY: 100 }, 0.5, { min: 20, max: 40 }, whole), undefined);
});

test('zooming in keeps what is under the pointer where it is', () => {
  const range = turned({ ...still, ctrlKey: true, deltaY: -200 }, 0.25, whole, whole);
  assert.ok(range && range !== 'all');
  const width = range.max - range.min;
  assert.ok(width < 100);
  assert.ok(Math.abs(range.min + 0.25 * width - 25) < 1e-9);
});

test('zooming out ends at the whole', () => {
  assert.equal(turned({ ...still, ctrlKey: true, deltaY: 5000 }, 0.5, { min: 20, max: 40 }, whole), 'all');
});

test('a zoomed chart moves sideways and stops at its end', () => {
  assert.deepEqual(turned({ ...still, shiftKey: true, deltaY: 500 }, 0.5, { min: 20, max: 40 }, whole), {
    min: 30,
    max: 50,
  });
  assert.deepEqual(turned({ ...still, deltaX: 5000 }, 0.5, { min: 20, max: 40 }, whole), { min: 80, max: 100 });
  assert.equal(turned({ ...still, shiftKey: true, deltaY: 500 }, 0.5, whole, whole), undefined);
});
