import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { searchExperiments } from '../api/experiments.ts';
import { searchModels } from '../api/models.ts';
import type { Run } from '../api/run.ts';
import { getRun, searchRuns } from '../api/runs.ts';
import { nameFilter } from '../experiments/experiment-filter.ts';
import { serverFilter } from '../filter/clauses.ts';
import { modelFilter } from '../models/queries.ts';
import { hrefs } from '../router/routes.ts';
import { useSettled } from '../state/use-settled.ts';
import { commandsFor } from './commands.ts';
import type { Entry } from './palette.tsx';

const kPause = 120;
const kMostExperiments = 8;
const kMostModels = 6;
const kMostRuns = 12;
/** Runs are looked for in this many experiments, the latest changed first. */
const kSearchedExperiments = 100;
const kRunId = /^[0-9a-f]{32}$/i;

async function runsFor(text: string, signal: AbortSignal): Promise<Run[]> {
  if (kRunId.test(text)) return [await getRun(text.toLowerCase(), signal)];
  const { experiments } = await searchExperiments(
    { viewType: 'ACTIVE_ONLY', orderBy: ['last_update_time DESC'], maxResults: kSearchedExperiments },
    signal,
  );
  const search = {
    experiments: experiments.map((experiment) => experiment.experiment_id),
    filter: serverFilter(text),
    orderBy: ['attributes.start_time DESC'],
    viewType: 'ACTIVE_ONLY' as const,
  };
  return (await searchRuns(search, { maxResults: kMostRuns }, signal)).runs;
}

/** Commands at once, and what the server finds by name as soon as it answers. */
export function useFound(text: string): { entries: Entry[]; searching: boolean } {
  const wanted = useSettled(text.trim(), kPause);
  const experiments = useQuery({
    queryKey: ['palette-experiments', wanted],
    queryFn: ({ signal }) =>
      searchExperiments(
        {
          filter: nameFilter(wanted),
          viewType: 'ACTIVE_ONLY',
          orderBy: ['last_update_time DESC'],
          maxResults: kMostExperiments,
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const models = useQuery({
    queryKey: ['palette-models', wanted],
    queryFn: ({ signal }) => searchModels({ filter: modelFilter(wanted), maxResults: kMostModels }, signal),
    enabled: wanted !== '',
    retry: false,
    placeholderData: keepPreviousData,
  });
  const runs = useQuery({
    queryKey: ['palette-runs', wanted],
    queryFn: ({ signal }) => runsFor(wanted, signal),
    enabled: wanted !== '',
    retry: false,
    placeholderData: keepPreviousData,
  });

  const entries = useMemo((): Entry[] => {
    // The answers may be to what was typed a moment ago: what no longer fits is left out at once.
    const typed = text.trim().toLowerCase();
    const fits = (name: string) => name.toLowerCase().includes(typed);
    const foundRuns =
      typed === '' ? [] : (runs.data ?? []).filter((run) => fits(run.info.run_name) || run.id === typed);
    const foundExperiments = (experiments.data?.experiments ?? []).filter((experiment) => fits(experiment.name));
    const foundModels = typed === '' ? [] : (models.data?.models ?? []).filter((model) => fits(model.name));
    return [
      ...foundModels.map(
        ({ name }): Entry => ({
          id: `model ${name}`,
          label: name,
          detail: 'model',
          icon: 'model',
          to: hrefs.model(name),
        }),
      ),
      ...foundExperiments.map(
        ({ experiment_id, name }): Entry => ({
          id: `experiment ${experiment_id}`,
          label: name,
          detail: 'experiment',
          icon: 'table',
          to: hrefs.experiment(experiment_id),
        }),
      ),
      ...foundRuns.map(
        ({ id, info }): Entry => ({
          id: `run ${id}`,
          label: info.run_name || id,
          detail: `run ${id.slice(0, 8)}`,
          icon: 'chart',
          to: hrefs.run(info.experiment_id, id),
        }),
      ),
      ...commandsFor(text),
    ];
  }, [experiments.data, models.data, runs.data, text]);
  return {
    entries,
    searching: wanted !== text.trim() || experiments.isFetching || models.isFetching || runs.isFetching,
  };
}
