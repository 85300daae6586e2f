import { useQuery } from '@tanstack/react-query';
import { listFiles, type Owner } from '../api/artifacts.ts';

/** What lies in a folder: folders first, then by name. */
export function useFolder(owner: Owner, folder: string, enabled = true) {
  return useQuery({
    queryKey: ['files', owner, folder],
    enabled,
    queryFn: async ({ signal }) =>
      (await listFiles(owner, folder, signal)).sort(
        (a, b) => Number(b.is_dir) - Number(a.is_dir) || natural.compare(a.path, b.path),
      ),
    meta: 'run' in owner ? { runs: [owner.run] } : {},
  });
}

const natural = new Intl.Collator('en', { numeric: true });
