import { useMemo } from 'react';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { useRun } from '../run/use-run.ts';
import { useVersion } from './queries.ts';

function useSide(name: string, number: string) {
  const version = useVersion(name, number);
  const run = useRun(version.data?.run_id ?? '', Boolean(version.data?.run_id)).data;
  const owner = useMemo(() => ({ model: name, version: number }), [name, number]);
  return { version, run, file: useMlModel(owner).data };
}

/** Of two versions: what the registry says, their runs, and their MLmodel files. */
export function useVersionSides(name: string, first: string, second: string) {
  return [useSide(name, first), useSide(name, second)] as const;
}
