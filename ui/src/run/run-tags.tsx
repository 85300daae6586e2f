import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { deleteRunTag } from '../api/runs.ts';
import { useRunActions } from '../runs/use-run-actions.ts';
import { type TagDeeds, TagsPart } from '../ui/tags-part.tsx';

export function RunTags({ run }: { run: Run }) {
  const client = useQueryClient();
  const { tag } = useRunActions();
  const deeds = useMemo(
    (): TagDeeds => ({
      set: (key, value) => tag([run], key, value),
      remove: async (key) => {
        await deleteRunTag(run.id, key);
        await client.invalidateQueries({ queryKey: ['run', run.id] });
      },
    }),
    [client, run, tag],
  );
  return <TagsPart tags={[...run.tags]} deeds={run.info.lifecycle_stage === 'active' ? deeds : undefined} />;
}
