import { useQuery } from '@tanstack/react-query';
import { isLive, type Run } from '../api/run.ts';
import { searchRuns } from '../api/runs.ts';

const kIdsAtOnce = 100;
const kLivePoll = 4_000;

async function runsById(experiments: string[], ids: string[], signal: AbortSignal): Promise<Run[]> {
  const found = new Map<string, Run>();
  for (let at = 0; at < ids.length; at += kIdsAtOnce) {
    const some = ids.slice(at, at + kIdsAtOnce).map((id) => `'${id.replaceAll("'", '')}'`);
    const filter = `attributes.run_id IN (${some.join(', ')})`;
    const search = { experiments, filter, orderBy: [], viewType: 'ALL' as const };
    const { runs } = await searchRuns(search, { maxResults: kIdsAtOnce }, signal);
    for (const run of runs) found.set(run.id, run);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The runs in the order of their ids; those that no longer exist are left out. */
export function useRunsById(experiments: string[], ids: string[]) {
  return useQuery({
    queryKey: ['runs-by-id', experiments, ids],
    queryFn: ({ signal }) => runsById(experiments, ids, signal),
    enabled: ids.length > 0,
    refetchInterval: ({ state }) => (state.data?.some((run) => isLive(run.info)) ? kLivePoll : false),
  });
}
