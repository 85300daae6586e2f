import type { Run } from '../api/run.ts';
import { colourOf } from '../charts/colours.ts';
import { scaleOf } from './scale.ts';

// From the cold end of the scale to the warm one, by lightness too, for eyes that do not tell them apart.
const kCold = 'light-dark(#2c4fa3, #7aa2f0)';
const kWarm = 'light-dark(#d2691e, #f5b05c)';

/** Between cold (0) and warm (1). */
export function warmth(at: number): string {
  return `color-mix(in oklab, ${kWarm} ${Math.round(at * 100)}%, ${kCold})`;
}

/** A colour for each run: by a column's value, or the run's own. */
export function colouring(runs: readonly Run[], column: string): (run: Run) => string {
  if (!column) return colourOf;
  const { place } = scaleOf(runs, column);
  return (run) => {
    const at = place(run);
    return at === undefined ? 'var(--line-strong)' : warmth(at);
  };
}
