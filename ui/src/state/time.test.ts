import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, relativeTime, shortTime } from './time.ts';

test('a short time is in order as a text', () => {
  assert.equal(shortTime(new Date(2025, 2, 3, 8, 5).getTime()), '2025-03-03 08:05');
});

const kCases: [number, string][] = [
  [0, '0ms'],
  [-5, '0ms'],
  [999, '999ms'],
  [1000, '1s'],
  [3240, '3.2s'],
  [59_400, '59s'],
  [310_000, '5m 10s'],
  [3_600_000, '1h'],
  [7_500_000, '2h 5m'],
  [273_600_000, '3d 4h'],
];

for (const [milliseconds, text] of kCases) {
  test(`${milliseconds} ms is ${text}`, () => assert.equal(duration(milliseconds), text));
}

test('a relative time takes the largest unit that fits', () => {
  const now = Date.UTC(2025, 0, 10);
  assert.equal(relativeTime(now - 3000, now), 'now');
  assert.equal(relativeTime(now - 90_000, now), '1m ago');
  assert.equal(relativeTime(now - 25 * 3600_000, now), 'yesterday');
  assert.equal(relativeTime(now - 65 * 24 * 3600_000, now), '2mo ago');
});
