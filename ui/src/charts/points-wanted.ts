const kPointBudget = 24_000;
const kLeastPoints = 40;
// Widths that differ by less are asked for alike, so that a panel that grows a little asks for nothing.
const kWidthStep = 200;

/** How many points of each run a chart of this width can show, of all the runs that it has to share between. */
export function pointsWanted(width: number, runs: number): number {
  const shown = Math.max(1, Math.ceil(width / kWidthStep)) * kWidthStep;
  return Math.max(kLeastPoints, Math.min(shown, Math.floor(kPointBudget / Math.max(1, runs))));
}
