import type { Run } from '../api/run.ts';
import { groupLabel, groupRowId } from '../runs/rows.ts';
import { colourOf, kPalette } from './colours.ts';

/** How charted runs belong together. */
export interface Grouping {
  groupOf: (run: Run) => string;
  /** The group's name where space is scarce. */
  shortName: (group: string) => string;
  colours: ReadonlyMap<string, string>;
}

export function groupingOf(runs: readonly Run[], groupBy: readonly string[]): Grouping | undefined {
  if (groupBy.length === 0) return undefined;
  const groupOf = (run: Run) => groupLabel(run, groupBy);
  const groups = [...new Set(runs.map(groupOf))];
  // Where all groups are of one key, its name says nothing.
  const shortName = (group: string) => (groupBy.length === 1 ? group.slice(group.indexOf(': ') + 2) : group);
  return {
    groupOf,
    shortName,
    colours: new Map(groups.map((group, index) => [group, kPalette[index % kPalette.length] ?? kPalette[0]])),
  };
}

/** The colours of table rows, by their ids: of charted runs, and of their groups. */
export function rowColours(runs: readonly Run[], grouping: Grouping | undefined): Map<string, string> {
  const colours = new Map<string, string>();
  for (const run of runs) {
    const group = grouping?.groupOf(run);
    const colour = group === undefined ? colourOf(run) : (grouping?.colours.get(group) ?? colourOf(run));
    colours.set(run.id, colour);
    if (group !== undefined) colours.set(groupRowId(group), colour);
  }
  return colours;
}
