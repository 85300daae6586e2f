import { getExperiment } from '../api/experiments.ts';

export function experimentQuery(id: string) {
  return {
    queryKey: ['experiment', id],
    queryFn: ({ signal }: { signal: AbortSignal }) => getExperiment(id, signal),
  };
}
