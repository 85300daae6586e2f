// Joins what the server has now to the pages that were loaded before.

import type { Run } from '../api/run.ts';
import type { RunPage } from '../api/runs.ts';

/**
 * `first` is the first page as it is now, `others` are single runs asked for again. New runs go to the top, known ones
 * are replaced where they stand, and what fell off the first page stays loaded behind it.
 */
export function mergeFresh(pages: readonly RunPage[], first: readonly Run[], others: readonly Run[]): RunPage[] {
  const [head, ...rest] = pages;
  if (!head) return [];
  const onFirst = new Set(first.map((run) => run.id));
  const fresh = new Map(others.map((run) => [run.id, run]));
  const keep = (runs: readonly Run[]) => {
    let changed = false;
    const kept: Run[] = [];
    for (const run of runs) {
      if (onFirst.has(run.id)) {
        changed = true;
        continue;
      }
      const now = fresh.get(run.id) ?? run;
      changed ||= now !== run;
      kept.push(now);
    }
    return changed ? kept : (runs as Run[]);
  };
  const known = new Map(pages.flatMap((page) => page.runs).map((run) => [run.id, run]));
  const top = first.map((run) => unlessSame(known.get(run.id), run));
  return [
    { ...head, runs: [...top, ...keep(head.runs)] },
    ...rest.map((page) => {
      const runs = keep(page.runs);
      return runs === page.runs ? page : { ...page, runs };
    }),
  ];
}

/** The known object if nothing changed, so that its row is not drawn again. */
function unlessSame(known: Run | undefined, now: Run): Run {
  return known && sameRun(known, now) ? known : now;
}

function sameRun(a: Run, b: Run): boolean {
  return (
    a.info.status === b.info.status &&
    a.info.end_time === b.info.end_time &&
    a.info.run_name === b.info.run_name &&
    a.info.lifecycle_stage === b.info.lifecycle_stage &&
    sameMap(a.params, b.params, Object.is) &&
    sameMap(a.tags, b.tags, Object.is) &&
    sameMap(a.metrics, b.metrics, (x, y) => Object.is(x.value, y.value) && x.step === y.step)
  );
}

function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, same: (x: T, y: T) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}
