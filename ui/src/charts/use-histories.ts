import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { metricHistories, type StepRange } from '../api/metrics.ts';
import { isLive, type Run } from '../api/run.ts';
import { useLivePoll } from '../live/use-live-poll.ts';
import { colourOf } from './colours.ts';
import type { Grouping } from './grouping.ts';
import { pointsWanted } from './points-wanted.ts';
import type { Series } from './prepare.ts';

const kLivePoll = 4_000;

export interface Histories {
  series: Series[];
  isPending: boolean;
  error: Error | null;
}

interface Wanted {
  range: StepRange | undefined;
  /** Of the chart, in pixels. */
  width: number;
  enabled: boolean;
  grouping: Grouping | undefined;
}

/**
 * One metric of some runs, thinned out by the server to what a chart can show, however long the histories are. A range
 * asks again for the points in it, so that a zoom shows what was thinned out.
 */
export function useHistories(
  runs: readonly Run[],
  key: string,
  { range, width, enabled, grouping }: Wanted,
): Histories {
  const having = useMemo(() => runs.filter((run) => run.metrics.has(key)), [runs, key]);
  const ids = useMemo(() => having.map((run) => run.id), [having]);
  const live = having.some((run) => isLive(run.info));
  const limit = pointsWanted(width, ids.length);
  const poll = useLivePoll(kLivePoll);
  const query = useQuery({
    queryKey: ['histories', key, ids, range, limit],
    enabled: enabled && ids.length > 0,
    queryFn: ({ signal }) => metricHistories(ids, key, { limit, range }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: live && poll,
    meta: { runs: ids },
    staleTime: live ? kLivePoll : 60_000,
  });
  const { data } = query;
  const series = useMemo(() => {
    return having.flatMap((run): Series[] => {
      const points = data?.get(run.id);
      if (!points) return [];
      const group = grouping?.groupOf(run);
      const colour = group === undefined ? colourOf(run) : (grouping?.colours.get(group) ?? colourOf(run));
      const label = run.info.run_name;
      return [{ id: run.id, label, colour, live: isLive(run.info), points, ...(group !== undefined && { group }) }];
    });
  }, [having, data, grouping]);
  return { series, isPending: query.isPending && ids.length > 0, error: query.error };
}
