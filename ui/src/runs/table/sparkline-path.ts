import type { Points } from '../../api/metrics.ts';

/** The curve as an SVG path in a box of that size, or nothing where there is no line to draw. */
export function sparklinePath({ values }: Points, width: number, height: number): string | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.length < 2) return undefined;
  const min = Math.min(...finite);
  const range = Math.max(...finite) - min || 1;
  const step = width / (finite.length - 1);
  return finite
    .map((value, index) => {
      const x = (index * step).toFixed(1);
      const y = (height - ((value - min) / range) * height).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
