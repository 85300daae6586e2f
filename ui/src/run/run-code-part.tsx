import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { addressedView } from '../runs/kept-view.ts';
import { searchOf } from '../runs/runs-query.ts';
import { readView } from '../runs/view.ts';
import { serverAddress } from '../state/server-address.ts';
import { SnippetsPart } from '../ui/snippets-part.tsx';
import { runSnippets } from './run-code.ts';

/** The run, its files, and the search of its experiment as this browser last made it, for a program. */
export function RunCodePart({ run }: { run: Run }) {
  const { experiment_id: experiment } = run.info;
  const search = useMemo(() => {
    const kept = addressedView([experiment], new URLSearchParams());
    return searchOf([experiment], readView(new URLSearchParams(kept)));
  }, [experiment]);
  return <SnippetsPart title="In Python" snippets={runSnippets(serverAddress(), run.id, search)} />;
}
