import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from './number.ts';

const kCases: [number, string][] = [
  [0, '0'],
  [42, '42'],
  [-7, '-7'],
  [1234567, '1234567'],
  [0.5, '0.5000'],
  [0.93125, '0.9313'],
  [0.00123456, '0.001235'],
  [0.000012, '1.200e-5'],
  [12.3456, '12.346'],
  [1234.5678, '1234.6'],
  [123456.7, '123457'],
  [12345678.9, '1.235e+7'],
  [-0.25, '-0.2500'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
];

for (const [value, text] of kCases) test(`${value} reads ${text}`, () => assert.equal(formatNumber(value), text));
