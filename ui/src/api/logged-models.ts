// Models that runs logged, registered or not.

import { get, patch, post, remove } from './http.ts';
import { numberOf } from './run.ts';
import type { KeyValue, WireMetric } from './types.ts';

export interface LoggedModel {
  id: string;
  name: string;
  experiment: string;
  run: string;
  type: string;
  status: 'PENDING' | 'READY' | 'FAILED' | 'UNKNOWN';
  created: number;
  tags: readonly (readonly [string, string])[];
  params: readonly (readonly [string, string])[];
  metrics: readonly LoggedMetric[];
}

export interface LoggedMetric {
  key: string;
  value: number;
  step: number;
  dataset: string | undefined;
}

interface WireLoggedMetric extends WireMetric {
  dataset_name?: string;
}

interface WireLoggedModel {
  info: {
    model_id: string;
    name: string;
    experiment_id: string;
    source_run_id?: string;
    model_type?: string;
    status: string | number;
    creation_timestamp_ms: number;
    tags?: KeyValue[];
  };
  data?: {
    params?: KeyValue[];
    metrics?: WireLoggedMetric[];
  };
}

const kStatuses: Record<string, LoggedModel['status']> = {
  LOGGED_MODEL_PENDING: 'PENDING',
  LOGGED_MODEL_READY: 'READY',
  LOGGED_MODEL_UPLOAD_FAILED: 'FAILED',
};

/** Of each metric and dataset the last point: MLflow sends all of them. */
export function latestOf(metrics: readonly WireLoggedMetric[]): WireLoggedMetric[] {
  const latest = new Map<string, WireLoggedMetric>();
  for (const metric of metrics) {
    const name = `${metric.key}\n${metric.dataset_name ?? ''}`;
    const before = latest.get(name);
    if (!before || isLater(metric, before)) latest.set(name, metric);
  }
  return [...latest.values()];
}

function isLater(a: WireMetric, b: WireMetric): boolean {
  return a.timestamp > b.timestamp || (a.timestamp === b.timestamp && (a.step ?? 0) >= (b.step ?? 0));
}

const pairs = (list: KeyValue[] = []) => list.map(({ key, value }) => [key, value] as const);

function modelOf({ info, data }: WireLoggedModel): LoggedModel {
  return {
    id: info.model_id,
    name: info.name,
    experiment: info.experiment_id,
    run: info.source_run_id ?? '',
    type: info.model_type ?? '',
    status: kStatuses[info.status] ?? 'UNKNOWN',
    created: info.creation_timestamp_ms,
    tags: pairs(info.tags),
    params: pairs(data?.params),
    metrics: latestOf(data?.metrics ?? []).map(({ key, value, step = 0, dataset_name }) => ({
      key,
      value: numberOf(value),
      step,
      dataset: dataset_name || undefined,
    })),
  };
}

export async function searchLoggedModels(
  search: { experiments: string[]; filter?: string; pageToken?: string },
  signal?: AbortSignal,
): Promise<{ models: LoggedModel[]; nextPageToken: string | undefined }> {
  const answer = await post<{ models?: WireLoggedModel[]; next_page_token?: string }>(
    'logged-models/search',
    {
      experiment_ids: search.experiments,
      filter: search.filter || undefined,
      max_results: 100,
      latest_metrics_only: true,
      order_by: [{ field_name: 'creation_timestamp_ms', ascending: false }],
      page_token: search.pageToken,
    },
    signal,
  );
  return { models: (answer.models ?? []).map(modelOf), nextPageToken: answer.next_page_token };
}

const pathOf = (id: string) => `logged-models/${encodeURIComponent(id)}`;

export async function getLoggedModel(id: string, signal?: AbortSignal): Promise<LoggedModel> {
  return modelOf((await get<{ model: WireLoggedModel }>(pathOf(id), {}, signal)).model);
}

export const setLoggedModelTag = (id: string, key: string, value: string) =>
  patch(`${pathOf(id)}/tags`, { tags: [{ key, value }] });
export const deleteLoggedModelTag = (id: string, key: string) =>
  remove(`${pathOf(id)}/tags/${encodeURIComponent(key)}`, {});
