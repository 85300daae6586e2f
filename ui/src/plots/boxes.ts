// Groups of values as boxes: the middle half, its median, and how far the rest reaches. Pure.

export interface Box {
  label: string;
  count: number;
  low: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  high: number;
  /** What lies further from the box than one and a half times its height. */
  outliers: number[];
}

const kReach = 1.5;

/** On the straight line between the two values around it, as most programs have it. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export function boxOf(label: string, values: readonly number[]): Box | undefined {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const [lowerQuartile, median, upperQuartile] = [
    quantile(sorted, 0.25),
    quantile(sorted, 0.5),
    quantile(sorted, 0.75),
  ];
  const reach = kReach * (upperQuartile - lowerQuartile);
  const within = sorted.filter((value) => value >= lowerQuartile - reach && value <= upperQuartile + reach);
  return {
    label,
    count: sorted.length,
    low: within[0] ?? median,
    lowerQuartile,
    median,
    upperQuartile,
    high: within.at(-1) ?? median,
    outliers: sorted.filter((value) => value < lowerQuartile - reach || value > upperQuartile + reach),
  };
}
