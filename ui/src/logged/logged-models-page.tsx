import { useMemo } from 'react';
import type { LoggedModel } from '../api/logged-models.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import { hrefs } from '../router/routes.ts';
import { formatNumber } from '../runs/number.ts';
import { Frame } from '../shell/frame.tsx';
import { Button } from '../ui/button.tsx';
import table from '../ui/list-table.module.css';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import page from '../ui/page.module.css';
import { Time } from '../ui/time.tsx';
import { metricColumns } from './metric-columns.ts';
import { useLoggedModels } from './queries.ts';
import { kStatusNames } from './status.ts';

export function LoggedModelsPage({ experiment }: { experiment: string }) {
  const name = useExperiment(experiment).data?.name ?? experiment;
  const found = useLoggedModels(experiment);
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
        </header>
        {found.error ? (
          <ErrorNotice error={found.error} retry={() => void found.refetch()} />
        ) : found.models?.length === 0 ? (
          <Notice title="No models logged">
            <p>A run logs one with the flavour of its library:</p>
            <pre>{'mlflow.sklearn.log_model(model, name="model")'}</pre>
          </Notice>
        ) : (
          found.models && <LoggedModelTable models={found.models} />
        )}
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

/** Models with their metrics beside their names. */
export function LoggedModelTable({ models }: { models: readonly LoggedModel[] }) {
  const metrics = useMemo(() => metricColumns(models), [models]);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
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
            {metrics.map((key) => {
              const value = model.metrics.findLast((metric) => metric.key === key)?.value;
              return (
                <td key={key} className={table.wide}>
                  {value !== undefined && formatNumber(value)}
                </td>
              );
            })}
            <td>{kStatusNames[model.status]}</td>
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
