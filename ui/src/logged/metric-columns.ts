import type { LoggedModel } from '../api/logged-models.ts';

const kMost = 5;

/** The metrics that most of the models have; as many as there is room for. */
export function metricColumns(models: readonly Pick<LoggedModel, 'metrics'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { metrics } of models) {
    for (const key of new Set(metrics.map((metric) => metric.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .slice(0, kMost)
    .map(([key]) => key);
}
