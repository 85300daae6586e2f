import { useQuery } from '@tanstack/react-query';
import { isLive } from '../api/run.ts';
import { getRun, searchRuns } from '../api/runs.ts';
import { useLivePoll } from '../live/use-live-poll.ts';

const kLivePoll = 3_000;
const kMostChildren = 200;

/** One run, asked for again while it is under way. */
export function useRun(id: string, enabled = true) {
  const poll = useLivePoll(kLivePoll);
  return useQuery({
    queryKey: ['run', id],
    enabled,
    queryFn: ({ signal }) => getRun(id, signal),
    refetchInterval: ({ state }) => (state.data && isLive(state.data.info) ? poll : false),
    meta: { runs: [id] },
  });
}

export function useChildren(id: string, experiment: string) {
  return useQuery({
    queryKey: ['children', id],
    meta: { experiments: [experiment] },
    queryFn: ({ signal }) =>
      searchRuns(
        {
          experiments: [experiment],
          filter: `tags.\`mlflow.parentRunId\` = '${id}'`,
          orderBy: ['attributes.start_time ASC'],
          viewType: 'ACTIVE_ONLY',
        },
        { maxResults: kMostChildren },
        signal,
      ),
  });
}
