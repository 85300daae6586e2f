import { get, post } from './http.ts';
import { type Run, runOf } from './run.ts';
import type { ViewType, WireRun } from './types.ts';

export interface RunSearch {
  experiments: string[];
  filter: string;
  orderBy: string[];
  viewType: ViewType;
}

export interface RunPage {
  runs: Run[];
  nextPageToken: string | undefined;
}

export async function searchRuns(
  search: RunSearch,
  page: { maxResults: number; token?: string | undefined },
  signal?: AbortSignal,
): Promise<RunPage> {
  const answer = await post<{ runs?: WireRun[]; next_page_token?: string }>(
    'runs/search',
    {
      experiment_ids: search.experiments,
      filter: search.filter,
      run_view_type: search.viewType,
      order_by: search.orderBy,
      max_results: page.maxResults,
      page_token: page.token,
    },
    signal,
  );
  return { runs: (answer.runs ?? []).map(runOf), nextPageToken: answer.next_page_token };
}

export async function getRun(id: string, signal?: AbortSignal): Promise<Run> {
  return runOf((await get<{ run: WireRun }>('runs/get', { run_id: id }, signal)).run);
}

export const deleteRun = (id: string) => post('runs/delete', { run_id: id });
export const restoreRun = (id: string) => post('runs/restore', { run_id: id });
export const renameRun = (id: string, name: string) => post('runs/update', { run_id: id, run_name: name });
export const setRunTag = (id: string, key: string, value: string) => post('runs/set-tag', { run_id: id, key, value });
export const deleteRunTag = (id: string, key: string) => post('runs/delete-tag', { run_id: id, key });
