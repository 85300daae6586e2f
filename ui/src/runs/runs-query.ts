// How the runs of a search are asked for. Apart from the components, so that the first page of the address can be on
// its way before they are even loaded.

import type { InfiniteData } from '@tanstack/react-query';
import { type RunPage, type RunSearch, searchRuns } from '../api/runs.ts';
import { serverFilter } from '../filter/clauses.ts';
import { columnName, searchName } from './column.ts';
import { orderName, readStatistic } from './statistic.ts';
import { type ExperimentView, kViewTypes } from './view.ts';

// The first rows come fast, the rest in steps large enough to stay ahead of a scrolling reader, and small enough to be
// read and drawn between two frames.
export const kFirstPage = 100;
const kNextPage = 150;

export type Pages = InfiniteData<RunPage, string>;

export function searchOf(experiments: string[], view: ExperimentView): RunSearch {
  const { column, ascending } = view.sort;
  const name = columnName(column);
  const ordered = name && orderName(searchName(name), readStatistic(view.table.statistics[column]));
  return {
    experiments,
    filter: serverFilter(view.filter),
    viewType: kViewTypes[view.lifecycle],
    orderBy: ordered ? [`${ordered} ${ascending ? 'ASC' : 'DESC'}`] : [],
  };
}

export function runsKey(search: RunSearch) {
  return ['runs', search] as const;
}

export function runsQuery(search: RunSearch) {
  return {
    queryKey: runsKey(search),
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) =>
      searchRuns(search, { maxResults: pageParam ? kNextPage : kFirstPage, token: pageParam || undefined }, signal),
    initialPageParam: '',
    getNextPageParam: (last: RunPage) => last.nextPageToken,
    // What changes is merged in by the watch; all pages are never asked for again.
    staleTime: Number.POSITIVE_INFINITY,
  };
}
