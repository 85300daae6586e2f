// Numbers for eyes: as many digits as tell runs apart, the same number of them down a column.

const kDigits = 5;

export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return String(value);
  if (size >= 1e7 || size < 1e-4) return value.toExponential(kDigits - 2);
  const decimals = Math.max(0, kDigits - 1 - Math.max(0, Math.floor(Math.log10(size))));
  return value.toFixed(Math.max(decimals, size < 1 ? decimalsBelowOne(size) : 0));
}

// 0.00123 keeps its digits: the zeros after the point do not count.
function decimalsBelowOne(size: number): number {
  return kDigits - 2 - Math.floor(Math.log10(size));
}
