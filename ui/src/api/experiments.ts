import { get, post } from './http.ts';
import type { Experiment, ViewType } from './types.ts';

export interface ExperimentSearch {
  filter?: string;
  viewType: ViewType;
  orderBy?: string[];
  pageToken?: string;
  maxResults?: number;
}

export interface ExperimentPage {
  experiments: Experiment[];
  nextPageToken: string | undefined;
}

export async function searchExperiments(search: ExperimentSearch, signal?: AbortSignal): Promise<ExperimentPage> {
  const answer = await post<{ experiments?: Experiment[]; next_page_token?: string }>(
    'experiments/search',
    {
      max_results: search.maxResults ?? 200,
      view_type: search.viewType,
      filter: search.filter || undefined,
      order_by: search.orderBy,
      page_token: search.pageToken,
    },
    signal,
  );
  return { experiments: answer.experiments ?? [], nextPageToken: answer.next_page_token };
}

export async function getExperiment(id: string, signal?: AbortSignal): Promise<Experiment> {
  const answer = await get<{ experiment: Experiment }>('experiments/get', { experiment_id: id }, signal);
  return answer.experiment;
}

export async function createExperiment(name: string): Promise<string> {
  return (await post<{ experiment_id: string }>('experiments/create', { name })).experiment_id;
}

export const renameExperiment = (id: string, name: string) =>
  post('experiments/update', { experiment_id: id, new_name: name });
export const deleteExperiment = (id: string) => post('experiments/delete', { experiment_id: id });
export const restoreExperiment = (id: string) => post('experiments/restore', { experiment_id: id });
export const setExperimentTag = (id: string, key: string, value: string) =>
  post('experiments/set-experiment-tag', { experiment_id: id, key, value });
export const deleteExperimentTag = (id: string, key: string) =>
  post('experiments/delete-experiment-tag', { experiment_id: id, key });
