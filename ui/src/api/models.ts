// The model registry: registered models and their versions.

import { get, patch, post, remove } from './http.ts';
import type { KeyValue } from './types.ts';

export const kStages = ['None', 'Staging', 'Production', 'Archived'] as const;
export type Stage = (typeof kStages)[number];

export interface ModelVersion {
  name: string;
  version: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  user_id?: string;
  current_stage: Stage;
  description?: string;
  source?: string;
  run_id?: string;
  status: 'PENDING_REGISTRATION' | 'FAILED_REGISTRATION' | 'READY';
  status_message?: string;
  tags?: KeyValue[];
  aliases?: string[];
}

export interface RegisteredModel {
  name: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  description?: string;
  latest_versions?: ModelVersion[];
  tags?: KeyValue[];
  aliases?: { alias: string; version: string }[];
}

export interface ModelPage {
  models: RegisteredModel[];
  nextPageToken: string | undefined;
}

export async function searchModels(
  search: { filter: string; pageToken?: string; maxResults?: number },
  signal?: AbortSignal,
): Promise<ModelPage> {
  const answer = await get<{ registered_models?: RegisteredModel[]; next_page_token?: string }>(
    'registered-models/search',
    {
      filter: search.filter || undefined,
      max_results: search.maxResults ?? 100,
      order_by: ['name ASC'],
      page_token: search.pageToken,
    },
    signal,
  );
  return { models: answer.registered_models ?? [], nextPageToken: answer.next_page_token };
}

export async function getModel(name: string, signal?: AbortSignal): Promise<RegisteredModel> {
  return (await get<{ registered_model: RegisteredModel }>('registered-models/get', { name }, signal)).registered_model;
}

export const createModel = (name: string) => post('registered-models/create', { name });
export const renameModel = (name: string, newName: string) =>
  post('registered-models/rename', { name, new_name: newName });
export const describeModel = (name: string, description: string) =>
  patch('registered-models/update', { name, description });
export const deleteModel = (name: string) => remove('registered-models/delete', { name });
export const setModelTag = (name: string, key: string, value: string) =>
  post('registered-models/set-tag', { name, key, value });
export const deleteModelTag = (name: string, key: string) => remove('registered-models/delete-tag', { name, key });
export const setAlias = (name: string, alias: string, version: string) =>
  post('registered-models/alias', { name, alias, version });
export const deleteAlias = (name: string, alias: string) => remove('registered-models/alias', { name, alias });

const kMostVersions = 1_000;

/** The newest first. The answer never has aliases: they are the model's. */
export async function searchVersions(filter: string, signal?: AbortSignal): Promise<ModelVersion[]> {
  const answer = await get<{ model_versions?: ModelVersion[] }>(
    'model-versions/search',
    { filter, max_results: kMostVersions, order_by: ['version_number DESC'] },
    signal,
  );
  return answer.model_versions ?? [];
}

export async function getVersion(name: string, version: string, signal?: AbortSignal): Promise<ModelVersion> {
  return (await get<{ model_version: ModelVersion }>('model-versions/get', { name, version }, signal)).model_version;
}

export const describeVersion = (name: string, version: string, description: string) =>
  patch('model-versions/update', { name, version, description });
export const deleteVersion = (name: string, version: string) => remove('model-versions/delete', { name, version });
export const setVersionTag = (name: string, version: string, key: string, value: string) =>
  post('model-versions/set-tag', { name, version, key, value });
export const deleteVersionTag = (name: string, version: string, key: string) =>
  remove('model-versions/delete-tag', { name, version, key });
export const moveToStage = (name: string, version: string, stage: Stage, archiveOthers: boolean) =>
  post('model-versions/transition-stage', { name, version, stage, archive_existing_versions: archiveOthers });
