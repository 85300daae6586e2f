import { useQuery } from '@tanstack/react-query';
import { fileBytes, fileText, type Owner } from '../api/artifacts.ts';

interface Forms {
  text: string;
  bytes: ArrayBuffer;
}

/** A file read whole, and what (by its name) is made of it. Artifacts are not written again, or hardly ever. */
export function useFile<F extends keyof Forms, T = Forms[F]>(
  owner: Owner,
  path: string,
  form: F,
  what: string = form,
  make: (content: Forms[F]) => T | Promise<T> = (content) => content as unknown as T,
) {
  return useQuery({
    queryKey: ['file', owner, path, what],
    queryFn: async ({ signal }): Promise<T> => {
      const content = form === 'text' ? await fileText(owner, path, signal) : await fileBytes(owner, path, signal);
      return make(content as Forms[F]);
    },
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
}
