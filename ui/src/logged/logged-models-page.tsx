import { useMemo } from 'react';
import type { LoggedModel } from '../api/logged-models.ts';
import { pythonStart, pythonText } from '../artifacts/load-code.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import { modelFilter } from '../models/queries.ts';
import { formatAddress, navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { formatNumber } from '../runs/number.ts';
import { useRunsById } from '../runs/use-runs-by-id.ts';
import { Frame } from '../shell/frame.tsx';
import { serverAddress } from '../state/server-address.ts';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { SearchField } from '../ui/field.tsx';
import table from '../ui/list-table.module.css';
import { Waiting } from '../ui/loaded.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import page from '../ui/page.module.css';
import { Time } from '../ui/time.tsx';
import { metricColumns } from './metric-columns.ts';
import { useLoggedModels } from './queries.ts';
import { LoggedStatus } from './status.tsx';

export function LoggedModelsPage({ experiment }: { experiment: string }) {
  const name = useExperiment(experiment).data?.name ?? experiment;
  const { path, query } = useAddress();
  const search = query.get('search') ?? '';
  const found = useLoggedModels(experiment, modelFilter(search));
  const find = (text: string) =>
    navigate(formatAddress(path, new URLSearchParams(text ? { search: text } : {})), 'replace');
  const crumbs = [
    { label: 'Experiments', href: hrefs.experiments() },
    { label: name, href: hrefs.experiment(experiment) },
    { label: 'Logged models' },
  ];
  return (
    <Frame title={`Logged models · ${name}`} crumbs={crumbs}>
      <div className={page.page}>
        <header className={page.header}>
          <h1 className={page.title}>Logged models</h1>
          <div className={page.search}>
            <SearchField label="Find by name" value={search} onChange={(event) => find(event.target.value)} />
          </div>
        </header>
        <Found found={found} experiment={name} search={search} />
        {found.hasNextPage && (
          <div className={page.more}>
            <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </Frame>
  );
}

interface FoundProps {
  found: ReturnType<typeof useLoggedModels>;
  experiment: string;
  search: string;
}

function Found({ found, experiment, search }: FoundProps) {
  if (found.error) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  if (!found.models) return <Waiting />;
  if (found.models.length > 0) return <LoggedModelTable models={found.models} />;
  if (search) return <Notice title={`No logged model has “${search}” in its name`} />;
  const code = `${pythonStart(serverAddress())}
mlflow.set_experiment(${pythonText(experiment)})
with mlflow.start_run():
    mlflow.sklearn.log_model(model, name="model")`;
  return (
    <Notice title="No models logged">
      <p>A run logs one with the flavour of its library:</p>
      <CodeBlock label="the lines" code={code} />
    </Notice>
  );
}

/** Models with their metrics beside their names. */
export function LoggedModelTable({ models }: { models: readonly LoggedModel[] }) {
  const metrics = useMemo(() => metricColumns(models), [models]);
  const runs = useRunNames(models);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Source run</th>
          {metrics.map((key) => (
            <th key={key} scope="col" className={table.wide}>
              {key}
            </th>
          ))}
          <th scope="col">Status</th>
          <th scope="col" className={table.wide}>
            Type
          </th>
          <th scope="col" className={table.time}>
            Logged
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <th scope="row" className={table.name}>
              <a href={hrefs.loggedModel(model.experiment, model.id)}>{model.name}</a>
            </th>
            <td>
              <SourceRun model={model} name={runs.get(model.run)} />
            </td>
            {metrics.map((key) => {
              const value = model.metrics.findLast((metric) => metric.key === key)?.value;
              return (
                <td key={key} className={table.wide}>
                  {value !== undefined && formatNumber(value)}
                </td>
              );
            })}
            <td>
              <LoggedStatus status={model.status} />
            </td>
            <td className={table.wide}>{model.type}</td>
            <td className={table.time}>
              <Time at={model.created} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SourceRun({ model, name }: { model: LoggedModel; name: string | undefined }) {
  if (!model.run) return null;
  return <a href={hrefs.run(model.experiment, model.run)}>{name ?? model.run.slice(0, 8)}</a>;
}

function useRunNames(models: readonly LoggedModel[]): ReadonlyMap<string, string> {
  const experiments = useMemo(() => [...new Set(models.map((model) => model.experiment))], [models]);
  const ids = useMemo(() => [...new Set(models.flatMap((model) => model.run || []))], [models]);
  const { data } = useRunsById(experiments, ids);
  return useMemo(() => new Map(data?.map((run) => [run.id, run.info.run_name])), [data]);
}
