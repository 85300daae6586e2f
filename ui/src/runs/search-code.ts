// A search of runs as code to paste, so that what the table shows can be had again elsewhere.

import type { RunSearch } from '../api/runs.ts';

// JSON's texts are Python's too.
const text = (value: string) => JSON.stringify(value);

export function pythonSearch(server: string, { experiments, filter, viewType, orderBy }: RunSearch): string {
  const list = (values: string[]) => `[${values.map(text).join(', ')}]`;
  const lines = [
    `experiment_ids=${list(experiments)},`,
    filter && `filter_string=${text(filter)},`,
    viewType !== 'ACTIVE_ONLY' && `run_view_type=ViewType.${viewType},`,
    orderBy.length > 0 && `order_by=${list(orderBy)},`,
  ].filter((line) => typeof line === 'string' && line !== '');
  return [
    'import mlflow',
    ...(viewType === 'ACTIVE_ONLY' ? [] : ['from mlflow.entities import ViewType']),
    '',
    `mlflow.set_tracking_uri(${text(server)})`,
    'runs = mlflow.search_runs(',
    ...lines.map((line) => `    ${line}`),
    ')',
    'print(runs)',
    '',
  ].join('\n');
}

export function curlSearch(server: string, { experiments, filter, viewType, orderBy }: RunSearch): string {
  const body = {
    experiment_ids: experiments,
    ...(filter && { filter }),
    ...(viewType !== 'ACTIVE_ONLY' && { run_view_type: viewType }),
    ...(orderBy.length > 0 && { order_by: orderBy }),
    max_results: 1000,
  };
  // A single quote ends the shell's text, stands for itself, and begins the text again.
  const quoted = `'${JSON.stringify(body).replaceAll("'", `'\\''`)}'`;
  return `curl -s -H 'Content-Type: application/json' \\\n  -d ${quoted} \\\n  ${server}/api/2.0/mlflow/runs/search\n`;
}
