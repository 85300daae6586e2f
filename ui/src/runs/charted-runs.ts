import type { Run } from '../api/run.ts';
import { groupLabel } from './rows.ts';
import type { Selection } from './use-selection.ts';

const kChartedUnasked = 10;
const kGroupsUnasked = 8;
// A mean over so many is as good as over all, and so many curves are still drawn at once.
const kRunsOfAGroup = 125;

/** The runs that charts show: the selected ones; while none is, the first few, of each of the first groups if grouped. */
export function chartedRuns(runs: readonly Run[], selection: Selection, groupBy: readonly string[]): readonly Run[] {
  if (selection.count > 0) return runs.filter((run) => selection.has(run.id));
  if (groupBy.length === 0) return runs.slice(0, kChartedUnasked);
  const taken = new Map<string, number>();
  return runs.filter((run) => {
    const group = groupLabel(run, groupBy);
    const count = taken.get(group) ?? 0;
    if (count === kRunsOfAGroup || (count === 0 && taken.size === kGroupsUnasked)) return false;
    taken.set(group, count + 1);
    return true;
  });
}
