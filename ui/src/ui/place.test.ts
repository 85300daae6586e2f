import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBeside } from './place.ts';

const screen = { width: 1000, height: 600 };

test('a panel opens under its anchor', () => {
  const place = placeBeside(
    { left: 100, top: 10, right: 140, bottom: 40 },
    { width: 200, height: 300 },
    screen,
    'start',
  );
  assert.deepEqual(place, { left: 100, top: 44, maxHeight: 548 });
});

test('a panel opens over an anchor near the bottom', () => {
  const place = placeBeside(
    { left: 100, top: 550, right: 140, bottom: 580 },
    { width: 200, height: 300 },
    screen,
    'start',
  );
  assert.equal(place.top, 550 - 4 - 300);
});

test('a panel never leaves the window', () => {
  const place = placeBeside(
    { left: 950, top: 10, right: 990, bottom: 40 },
    { width: 200, height: 900 },
    screen,
    'start',
  );
  assert.equal(place.left, 1000 - 200 - 8);
  assert.equal(place.top + place.maxHeight, 592);
});

test('a panel can be aligned to the end of its anchor', () => {
  const place = placeBeside({ left: 400, top: 10, right: 440, bottom: 40 }, { width: 200, height: 50 }, screen, 'end');
  assert.equal(place.left, 240);
});
