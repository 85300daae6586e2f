import { useQuery } from '@tanstack/react-query';
import { fileText, listFiles, type Owner } from '../api/artifacts.ts';
import { readMlModel } from './mlmodel.ts';

/** The MLmodel file in a folder of somebody's files; null where there is none. */
export function useMlModel(owner: Owner, folder = '') {
  return useQuery({
    queryKey: ['mlmodel', owner, folder],
    queryFn: async ({ signal }) => {
      // Looked for rather than tried: a file that is not there would be an error in the browser's log.
      const path = folder ? `${folder}/MLmodel` : 'MLmodel';
      const files = await listFiles(owner, folder, signal);
      if (!files.some((file) => file.path === path)) return null;
      return readMlModel(await fileText(owner, path, signal));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
