// Colours of runs. A run keeps the first colour that it gets for as long as the page lives, and the first dozen all
// differ; a colour that somebody chose is MLflow's tag and comes with the run.

import type { Run } from '../api/run.ts';

export const kColourTag = 'mlflow.runColor';

/** Told apart on both themes' surfaces, also by most who see colours differently. */
export const kPalette = [
  '#2a78c8',
  '#d9672b',
  '#1f9484',
  '#b83a7a',
  '#8467cf',
  '#a67c00',
  '#4a9136',
  '#cf4256',
  '#1790b5',
  '#8f6b4a',
  '#66788f',
  '#d35fa6',
] as const;

const given = new Map<string, string>();

export function colourOf(run: Run): string {
  const chosen = run.tags.get(kColourTag);
  if (chosen && /^#[0-9a-f]{6}$/i.test(chosen)) return chosen;
  let colour = given.get(run.id);
  if (!colour) {
    colour = kPalette[given.size % kPalette.length] ?? kPalette[0];
    given.set(run.id, colour);
  }
  return colour;
}
