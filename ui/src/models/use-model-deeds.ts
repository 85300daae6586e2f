import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  createModel,
  deleteAlias,
  deleteModel,
  deleteModelTag,
  deleteVersion,
  deleteVersionTag,
  describeModel,
  describeVersion,
  moveToStage,
  renameModel,
  type Stage,
  setAlias,
  setModelTag,
  setVersionTag,
} from '../api/models.ts';
import { refreshModels } from './queries.ts';
import { modelRemoval, removeLater, versionRemoval } from './removals.ts';

/**
 * What can be done to models and their versions. Each rejects with the server's reason, but remove() and removeVersion(),
 * which are done only when they can no longer be taken back. After these and rename() the page is to be left.
 */
export function useModelDeeds() {
  const client = useQueryClient();
  return useMemo(() => {
    const then = async (deed: Promise<unknown>) => {
      await deed;
      await refreshModels(client);
    };
    const thenLeave = async (deed: Promise<unknown>) => {
      await deed;
      await refreshModels(client, 'later');
    };
    return {
      create: (name: string) => then(createModel(name)),
      rename: (name: string, newName: string) => thenLeave(renameModel(name, newName)),
      describe: (name: string, text: string) => then(describeModel(name, text)),
      remove: (name: string) => removeLater(modelRemoval(name), `Deleted ${name}.`, () => then(deleteModel(name))),
      setTag: (name: string, key: string, value: string) => then(setModelTag(name, key, value)),
      removeTag: (name: string, key: string) => then(deleteModelTag(name, key)),
      setAlias: (name: string, alias: string, version: string) => then(setAlias(name, alias, version)),
      removeAlias: (name: string, alias: string) => then(deleteAlias(name, alias)),
      moveToStage: (name: string, version: string, stage: Stage, archiveOthers: boolean) =>
        then(moveToStage(name, version, stage, archiveOthers)),
      describeVersion: (name: string, version: string, text: string) => then(describeVersion(name, version, text)),
      setVersionTag: (name: string, version: string, key: string, value: string) =>
        then(setVersionTag(name, version, key, value)),
      removeVersionTag: (name: string, version: string, key: string) => then(deleteVersionTag(name, version, key)),
      removeVersion: (name: string, version: string) =>
        removeLater(versionRemoval(name, version), `Deleted version ${version} of ${name}.`, () =>
          then(deleteVersion(name, version)),
        ),
    };
  }, [client]);
}
