import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isLive, type Run } from '../api/run.ts';
import { type RunPage, type RunSearch, searchRuns } from '../api/runs.ts';
import type { ViewType } from '../api/types.ts';
import { useLivePoll } from '../live/use-live-poll.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { mergeFresh } from './live.ts';
import { oncePerPage, type Pages as RunLists } from './pages.ts';
import { kFirstPage, type Pages, runsKey, runsQuery } from './runs-query.ts';

const kLivePoll = 3_000;
const kIdlePoll = 20_000;
const kMaxWatched = 100;

export interface LoadedRuns {
  runs: readonly Run[];
  pages: RunLists;
  catalogue: Catalogue;
  firstCatalogue: Catalogue;
  hasMore: boolean;
}

const kNothing: LoadedRuns = {
  runs: [],
  pages: [],
  catalogue: { runs: 0, keys: new Map() },
  firstCatalogue: { runs: 0, keys: new Map() },
  hasMore: false,
};

const liveOf = oncePerPage((page) => page.filter((run) => isLive(run.info)).map((run) => run.id));

function loadedOf(pages: readonly RunPage[]): LoadedRuns {
  const lists = pages.map((page) => page.runs);
  return {
    runs: lists.flat(),
    pages: lists,
    catalogue: catalogueOf(lists),
    firstCatalogue: catalogueOf(lists.slice(0, 1)),
    hasMore: pages.at(-1)?.nextPageToken !== undefined,
  };
}

/** The runs of a search, page by page, kept up to date. While another search is under way the last one's runs stay. */
export function useRuns(search: RunSearch) {
  const query = useInfiniteQuery(runsQuery(search));
  const loaded = useMemo(() => query.data && loadedOf(query.data.pages), [query.data]);
  const [last, setLast] = useState(kNothing);
  if (loaded && loaded !== last) setLast(loaded);
  useWatch(search, loaded);

  return {
    ...(loaded ?? last),
    settled: loaded !== undefined,
    everLoaded: loaded !== undefined || last !== kNothing,
    error: query.error,
    fetchNextPage: query.fetchNextPage,
    isFetchingNextPage: query.isFetchingNextPage,
    refetch: query.refetch,
  };
}

/** Asks, when the server tells or else now and then, for the first page and for the runs that are under way, and merges the answers in. */
function useWatch(search: RunSearch, loaded: LoadedRuns | undefined): void {
  const client = useQueryClient();
  const live = useMemo(() => loaded?.pages.flatMap(liveOf).slice(0, kMaxWatched) ?? [], [loaded]);
  const poll = useLivePoll(live.length > 0 ? kLivePoll : kIdlePoll);
  useQuery({
    queryKey: ['runs-watch', search],
    enabled: loaded !== undefined,
    refetchInterval: poll,
    meta: { experiments: search.experiments },
    // What was just loaded needs no second look at once.
    initialData: null,
    staleTime: kLivePoll,
    queryFn: async ({ signal }) => {
      const first = await searchRuns(search, { maxResults: kFirstPage }, signal);
      const seen = new Set(first.runs.map((run) => run.id));
      const elsewhere = live.filter((id) => !seen.has(id));
      const others = elsewhere.length > 0 ? await runsById(search, elsewhere, signal) : [];
      client.setQueryData<Pages>(
        runsKey(search),
        (old) => old && { ...old, pages: mergeFresh(old.pages, first.runs, others) },
      );
      return null;
    },
  });
}

async function runsById(search: RunSearch, ids: string[], signal: AbortSignal): Promise<Run[]> {
  const filter = `attributes.run_id IN (${ids.map((id) => `'${id}'`).join(', ')})`;
  return (await searchRuns({ ...search, filter }, { maxResults: ids.length }, signal)).runs;
}

/** Changes loaded runs everywhere, so that an edit shows before the server is asked again. */
export function patchRuns(client: QueryClient, patch: (run: Run) => Run): void {
  for (const [key, old] of client.getQueriesData<Pages>({ queryKey: ['runs'] })) {
    if (!old) continue;
    const { viewType } = key[1] as RunSearch;
    const pages = old.pages.map((page) => ({
      ...page,
      runs: page.runs.map(patch).filter((run) => belongs(run, viewType)),
    }));
    client.setQueryData<Pages>(key, { ...old, pages });
  }
}

function belongs(run: Run, viewType: ViewType): boolean {
  return viewType === 'ALL' || (viewType === 'DELETED_ONLY') === (run.info.lifecycle_stage === 'deleted');
}
