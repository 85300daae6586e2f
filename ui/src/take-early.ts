import type { QueryClient } from '@tanstack/react-query';
import { early } from './early.ts';
import { experimentQuery } from './experiments/experiment-query.ts';
import { type Pages, runsKey, runsQuery } from './runs/runs-query.ts';

/** Puts what early.ts asked for into the cache, where the page looks for it: what is here at once, the rest when it comes. */
export function takeEarly(client: QueryClient): void {
  if (!early) return;
  const { search, runs, id, experiment } = early;
  if (runs.value) client.setQueryData<Pages>(runsKey(search), { pages: [runs.value], pageParams: [''] });
  else void client.prefetchInfiniteQuery({ ...runsQuery(search), queryFn: () => runs.promise, retry: false });
  const query = experimentQuery(id);
  if (experiment.value) client.setQueryData(query.queryKey, experiment.value);
  else void client.prefetchQuery({ ...query, queryFn: () => experiment.promise, retry: false });
}
