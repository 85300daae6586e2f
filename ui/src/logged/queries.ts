import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getLoggedModel, searchLoggedModels } from '../api/logged-models.ts';

export function useLoggedModels(experiment: string, filter = '') {
  const query = useInfiniteQuery({
    queryKey: ['logged-models', experiment, filter],
    queryFn: ({ pageParam, signal }) =>
      searchLoggedModels({ experiments: [experiment], filter, ...(pageParam && { pageToken: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextPageToken,
    placeholderData: keepPreviousData,
  });
  const models = useMemo(() => query.data?.pages.flatMap((page) => page.models), [query.data]);
  return { ...query, models };
}

export const useLoggedModel = (id: string) =>
  useQuery({ queryKey: ['logged-model', id], queryFn: ({ signal }) => getLoggedModel(id, signal) });
