import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { experimentActivity } from '../api/cairn.ts';
import {
  createExperiment,
  deleteExperiment,
  deleteExperimentTag,
  renameExperiment,
  restoreExperiment,
  searchExperiments,
  setExperimentTag,
} from '../api/experiments.ts';
import type { Experiment, Lifecycle } from '../api/types.ts';
import { complain, say } from '../ui/toasts.tsx';
import { experimentFilter } from './experiment-filter.ts';
import { experimentQuery } from './experiment-query.ts';

const kNoteTag = 'mlflow.note.content';

export function noteOf(experiment: Experiment): string {
  return experiment.tags?.find((tag) => tag.key === kNoteTag)?.value ?? '';
}

/** The tags that people set; the others belong to the programs. */
export function ownTags(experiment: Experiment) {
  return (experiment.tags ?? []).filter((tag) => !tag.key.startsWith('mlflow.') && !tag.key.startsWith('cairn.'));
}

export function useExperiments(search: string, lifecycle: Lifecycle) {
  const query = useInfiniteQuery({
    queryKey: ['experiments', search, lifecycle],
    queryFn: ({ pageParam, signal }) =>
      searchExperiments(
        {
          filter: experimentFilter(search),
          viewType: lifecycle === 'active' ? 'ACTIVE_ONLY' : 'DELETED_ONLY',
          orderBy: ['last_update_time DESC'],
          ...(pageParam && { pageToken: pageParam }),
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextPageToken,
    placeholderData: keepPreviousData,
  });
  const experiments = useMemo(() => query.data?.pages.flatMap((page) => page.experiments), [query.data]);
  return { ...query, experiments };
}

/** Run counts and last activity, by experiment; nothing where the server is MLflow's own, which cannot tell. */
export function useActivity(experiments: readonly Experiment[]) {
  const ids = useMemo(() => experiments.map((each) => each.experiment_id), [experiments]);
  const { data } = useQuery({
    queryKey: ['activity', ids],
    queryFn: ({ signal }) => experimentActivity(ids, signal),
    placeholderData: keepPreviousData,
    meta: { experiments: ids },
  });
  return data;
}

export function useExperiment(id: string, enabled = true) {
  return useQuery({ ...experimentQuery(id), enabled });
}

function refresh(client: QueryClient, id?: string): void {
  client.invalidateQueries({ queryKey: ['experiments'] });
  if (id) client.invalidateQueries({ queryKey: ['experiment', id] });
}

/** What can be done to an experiment. restore() and remove() say aloud what happened; the others reject with the server's reason. */
export function useExperimentActions() {
  const client = useQueryClient();
  return useMemo(() => {
    const restore = async (experiment: Experiment) => {
      try {
        await restoreExperiment(experiment.experiment_id);
        say(`Restored ${experiment.name}.`);
      } catch (error) {
        complain(error);
      }
      refresh(client, experiment.experiment_id);
    };
    const setTag = async (experiment: Experiment, key: string, value: string) => {
      await setExperimentTag(experiment.experiment_id, key, value);
      refresh(client, experiment.experiment_id);
    };
    return {
      restore,
      async create(name: string): Promise<string> {
        const id = await createExperiment(name);
        refresh(client);
        return id;
      },
      async rename(experiment: Experiment, name: string): Promise<void> {
        await renameExperiment(experiment.experiment_id, name);
        refresh(client, experiment.experiment_id);
      },
      setTag,
      async removeTag(experiment: Experiment, key: string): Promise<void> {
        await deleteExperimentTag(experiment.experiment_id, key);
        refresh(client, experiment.experiment_id);
      },
      setNote: (experiment: Experiment, note: string) => setTag(experiment, kNoteTag, note),
      async remove(experiment: Experiment): Promise<void> {
        try {
          await deleteExperiment(experiment.experiment_id);
          say(`Deleted ${experiment.name}.`, { label: 'Undo', run: () => void restore(experiment) });
        } catch (error) {
          complain(error);
        }
        refresh(client, experiment.experiment_id);
      },
    };
  }, [client]);
}
