// What the model pages ask, by name, so that a change can have it asked anew.

import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getModel, getVersion, searchModels, searchVersions } from '../api/models.ts';
import { modelRemoval, useRemovals, versionRemoval } from './removals.ts';

/** The language has no escapes, so a quote in the search matches any one character. */
export function modelFilter(search: string): string {
  const text = search.trim().replaceAll("'", '_');
  return text ? `name ILIKE '%${text}%'` : '';
}

const quoted = (name: string) => (name.includes("'") ? `"${name}"` : `'${name}'`);

export function useModels(search: string) {
  const query = useInfiniteQuery({
    queryKey: ['models', search],
    queryFn: ({ pageParam, signal }) =>
      searchModels({ filter: modelFilter(search), ...(pageParam && { pageToken: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextPageToken,
    placeholderData: keepPreviousData,
  });
  const removals = useRemovals();
  const models = useMemo(
    () => query.data?.pages.flatMap((page) => page.models).filter(({ name }) => !removals.has(modelRemoval(name))),
    [query.data, removals],
  );
  return { ...query, models };
}

export const useModel = (name: string) =>
  useQuery({ queryKey: ['model', name], queryFn: ({ signal }) => getModel(name, signal) });

/** All versions, with the aliases that the model has for them. */
export function useVersions(name: string) {
  const model = useModel(name).data;
  const query = useQuery({
    queryKey: ['model-versions', name],
    queryFn: ({ signal }) => searchVersions(`name = ${quoted(name)}`, signal),
  });
  const removals = useRemovals();
  const versions = useMemo(
    () =>
      query.data
        ?.filter(({ version }) => !removals.has(versionRemoval(name, version)))
        .map((version) => ({
          ...version,
          aliases: (model?.aliases ?? [])
            .filter((each) => each.version === version.version)
            .map((each) => each.alias)
            .sort(),
        })),
    [query.data, model, name, removals],
  );
  return { ...query, versions };
}

export const useVersion = (name: string, version: string) =>
  useQuery({
    queryKey: ['model-version', name, version],
    queryFn: ({ signal }) => getVersion(name, version, signal),
  });

/** The versions that a run was registered as. */
export const useVersionsOfRun = (run: string) =>
  useQuery({
    queryKey: ['versions-of-run', run],
    queryFn: ({ signal }) => searchVersions(`run_id = '${run}'`, signal),
    staleTime: 60_000,
  });

/** The versions that a logged model was registered as. */
export const useVersionsOfLoggedModel = (id: string) =>
  useQuery({
    queryKey: ['versions-of-logged-model', id],
    queryFn: ({ signal }) => searchVersions(`source_path = 'models:/${id}'`, signal),
    staleTime: 60_000,
  });

const kAll = ['models', 'model', 'model-versions', 'model-version', 'versions-of-run', 'versions-of-logged-model'];

/**
 * After a change: stages and aliases of one version concern the others too. What is no longer there must not be asked
 * for by the page that is about to be left: "later" leaves the asking to the next page.
 */
export async function refreshModels(client: QueryClient, when: 'now' | 'later' = 'now'): Promise<void> {
  const refetchType = when === 'now' ? 'active' : 'none';
  await Promise.all(kAll.map((key) => client.invalidateQueries({ queryKey: [key], refetchType })));
}
