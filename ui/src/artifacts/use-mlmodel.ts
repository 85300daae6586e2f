import { useQuery } from '@tanstack/react-query';
import { fileText, type Owner } from '../api/artifacts.ts';
import { ApiError } from '../api/http.ts';
import { readMlModel } from './mlmodel.ts';

/** The MLmodel file in a folder of somebody's files; null where there is none. */
export function useMlModel(owner: Owner, folder = '') {
  return useQuery({
    queryKey: ['mlmodel', owner, folder],
    queryFn: async ({ signal }) => {
      try {
        return await readMlModel(await fileText(owner, folder ? `${folder}/MLmodel` : 'MLmodel', signal));
      } catch (error) {
        if (error instanceof ApiError && error.status > 0) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
