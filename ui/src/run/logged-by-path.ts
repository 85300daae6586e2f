// Models that a run keeps among its artifacts, as MLflow 2 logged them. Pure.

export interface ModelByPath {
  path: string;
  flavors: string[];
}

export const kHistoryTag = 'mlflow.log-model.history';

export function modelsByPath(tag: string | undefined): ModelByPath[] {
  let list: unknown;
  try {
    list = JSON.parse(tag ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  // One that was logged again under its path replaced what was there.
  const found = new Map<string, ModelByPath>();
  for (const entry of list as { artifact_path?: unknown; flavors?: object }[]) {
    const { artifact_path: path, flavors } = entry ?? {};
    if (typeof path === 'string') found.set(path, { path, flavors: Object.keys(flavors ?? {}) });
  }
  return [...found.values()];
}
