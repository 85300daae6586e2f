// The Python lines that bring a run, or the search that it was found by, into a program. Pure.

import type { RunSearch } from '../api/runs.ts';
import { pythonStart, pythonText } from '../artifacts/load-code.ts';
import type { Snippet } from '../ui/snippets-part.tsx';

const pythonList = (texts: readonly string[]) => `[${texts.map(pythonText).join(', ')}]`;

const kViews: Record<RunSearch['viewType'], string | undefined> = {
  ACTIVE_ONLY: undefined,
  DELETED_ONLY: 'ViewType.DELETED_ONLY',
  ALL: 'ViewType.ALL',
};

export function searchCode(server: string, { experiments, filter, orderBy, viewType }: RunSearch): string {
  const view = kViews[viewType];
  const named: [string, string | undefined][] = [
    ['experiment_ids', pythonList(experiments)],
    ['filter_string', filter ? pythonText(filter) : undefined],
    ['order_by', orderBy.length > 0 ? pythonList(orderBy) : undefined],
    ['run_view_type', view],
  ];
  const lines = named.flatMap(([name, value]) => (value === undefined ? [] : [`    ${name}=${value},\n`]));
  const start = view
    ? pythonStart(server).replace('\n', '\nfrom mlflow.entities import ViewType\n')
    : pythonStart(server);
  return `${start}
runs = mlflow.search_runs(
${lines.join('')})`;
}

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
    { name: 'the search', code: searchCode(server, search) },
  ];
}
