// Files beside runs, models and their versions: where they are, what there is, and their bytes.

import { cairnAddress, get, getCairn, readBytes } from './http.ts';

export interface FileInfo {
  /** From the root, with slashes. */
  path: string;
  is_dir: boolean;
  /** Left out for folders and for empty files. */
  file_size?: number;
}

/** Whose files. */
export type Owner = { run: string } | { loggedModel: string } | { model: string; version: string };

export async function listFiles(owner: Owner, folder: string, signal?: AbortSignal): Promise<FileInfo[]> {
  if ('run' in owner) {
    const query = { run_id: owner.run, path: folder || undefined };
    return (await get<{ files?: FileInfo[] }>('artifacts/list', query, signal)).files ?? [];
  }
  if ('loggedModel' in owner) {
    const path = `logged-models/${encodeURIComponent(owner.loggedModel)}/artifacts/directories`;
    const query = { artifact_directory_path: folder || undefined };
    return (await get<{ files?: FileInfo[] }>(path, query, signal)).files ?? [];
  }
  // Of versions, MLflow's API lists none.
  return (await getCairn<{ files?: FileInfo[] }>(`artifacts/list?${queryOf(owner, folder)}`, signal)).files ?? [];
}

/** Where a file's bytes are. */
export function fileAddress(owner: Owner, path: string): string {
  if ('run' in owner) return `get-artifact?${new URLSearchParams({ run_uuid: owner.run, path })}`;
  if ('loggedModel' in owner) {
    const id = encodeURIComponent(owner.loggedModel);
    return `ajax-api/2.0/mlflow/logged-models/${id}/artifacts/files?${new URLSearchParams({ artifact_file_path: path })}`;
  }
  const { model: name, version } = owner;
  return `model-versions/get-artifact?${new URLSearchParams({ name, version, path })}`;
}

export function fileBytes(owner: Owner, path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return readBytes(fileAddress(owner, path), signal);
}

export async function fileText(owner: Owner, path: string, signal?: AbortSignal): Promise<string> {
  return new TextDecoder().decode(await fileBytes(owner, path, signal));
}

function queryOf(owner: Owner, path: string): URLSearchParams {
  if ('run' in owner) return new URLSearchParams({ run_id: owner.run, path });
  if ('loggedModel' in owner) return new URLSearchParams({ model_id: owner.loggedModel, path });
  return new URLSearchParams({ name: owner.model, version: owner.version, path });
}

/** Where a file is shown rather than saved, shut off from everything else: for frames. */
export const viewAddress = (owner: Owner, path: string) => cairnAddress(`artifacts/view?${queryOf(owner, path)}`);

/** Where a folder is one file. */
export const archiveAddress = (owner: Owner, folder: string) =>
  cairnAddress(`artifacts/archive?${queryOf(owner, folder)}`);
