// The Python lines that bring a run, or the search that it was found by, into a program. Pure.

import type { RunSearch } from '../api/runs.ts';
import { pythonStart, pythonText } from '../artifacts/load-code.ts';
import { pythonSearch } from '../runs/search-code.ts';
import type { Snippet } from '../ui/snippets-part.tsx';

export function runSnippets(server: string, run: string, search: RunSearch): Snippet[] {
  const id = pythonText(run);
  return [
    {
      name: 'this run',
      code: `${pythonStart(server)}
run = mlflow.get_run(${id})
run.data.metrics, run.data.params, run.data.tags`,
    },
    {
      name: 'its files',
      code: `${pythonStart(server)}
folder = mlflow.artifacts.download_artifacts(run_id=${id})`,
    },
    { name: 'the search', code: pythonSearch(server, search).trimEnd() },
  ];
}
