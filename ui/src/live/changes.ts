// What the server says about runs that changed, and whom it concerns. Pure.

/** Runs by experiment; no list where they are too many to name. "all": something may have been missed. */
export type Changes = 'all' | ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** What a query shows, as its meta: it is asked anew when one of these changes. */
export interface LiveMeta extends Record<string, unknown> {
  experiments?: readonly string[];
  runs?: readonly string[];
}

interface WireChanges {
  experiments?: { experiment_id: string; run_ids?: string[] }[];
}

export function readChanges(text: string): Changes {
  const { experiments = [] } = JSON.parse(text) as WireChanges;
  return new Map(experiments.map(({ experiment_id, run_ids }) => [experiment_id, run_ids && new Set(run_ids)]));
}

export function joined(a: Changes | undefined, b: Changes): Changes {
  if (!a) return b;
  if (a === 'all' || b === 'all') return 'all';
  const both = new Map(a);
  for (const [experiment, runs] of b) {
    const known = both.get(experiment);
    both.set(experiment, both.has(experiment) ? known && runs && new Set([...known, ...runs]) : runs);
  }
  return both;
}

export function concerns(changes: Changes, meta: LiveMeta | undefined): boolean {
  if (!meta?.experiments && !meta?.runs) return false;
  if (changes === 'all') return true;
  if (meta.experiments?.some((id) => changes.has(id))) return true;
  return [...changes.values()].some((runs) => meta.runs?.some((id) => !runs || runs.has(id)) ?? false);
}
