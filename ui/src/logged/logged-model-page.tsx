import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deleteLoggedModelTag, type LoggedModel, setLoggedModelTag } from '../api/logged-models.ts';
import { Files } from '../artifacts/files.tsx';
import { SignatureTable } from '../artifacts/signature-table.tsx';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import styles from '../models/model-page.module.css';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { useRun } from '../run/use-run.ts';
import { formatNumber } from '../runs/number.ts';
import { Frame } from '../shell/frame.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Part } from '../ui/part.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TagsPart } from '../ui/tags-part.tsx';
import { Time } from '../ui/time.tsx';
import { useLoggedModel } from './queries.ts';
import { kStatusNames } from './status.ts';

interface Props {
  experiment: string;
  id: string;
  tab: string;
}

export function LoggedModelPage({ experiment, id, tab }: Props) {
  const experimentName = useExperiment(experiment).data?.name ?? experiment;
  const found = useLoggedModel(id);
  const model = found.data;
  const [part = tab, ...path] = tab.split('/');
  const crumbs = [
    { label: 'Experiments', href: hrefs.experiments() },
    { label: experimentName, href: hrefs.experiment(experiment) },
    { label: 'Logged models', href: hrefs.loggedModels(experiment) },
    { label: model?.name ?? '' },
  ];
  return (
    <Frame title={`${model?.name ?? 'Model'} · ${experimentName}`} crumbs={crumbs}>
      {!model && <h1 className="visually-hidden">Logged model</h1>}
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {model && (
        <>
          <header className={styles.header}>
            <h1 className={styles.name}>{model.name}</h1>
            {kStatusNames[model.status]}
          </header>
          <Tabs
            label="Parts of this model"
            current={part}
            tabs={[
              { id: 'overview', label: 'Overview', href: hrefs.loggedModel(experiment, id) },
              { id: 'artifacts', label: 'Artifacts', href: hrefs.loggedModel(experiment, id, 'artifacts') },
            ]}
          />
          {part === 'artifacts' ? (
            <ModelFiles model={model} path={path.join('/')} />
          ) : (
            <div className={styles.scroll}>
              <div className={styles.columns}>
                <Side model={model} />
                <Main model={model} />
              </div>
            </div>
          )}
        </>
      )}
    </Frame>
  );
}

const kNoTables: ReadonlySet<string> = new Set();

function ModelFiles({ model, path }: { model: LoggedModel; path: string }) {
  const owner = useMemo(() => ({ loggedModel: model.id }), [model.id]);
  const open = (next: string) =>
    navigate(hrefs.loggedModel(model.experiment, model.id, next ? `artifacts/${next}` : 'artifacts'));
  return <Files owner={owner} path={path} onPath={open} tables={kNoTables} />;
}

function Main({ model }: { model: LoggedModel }) {
  const owner = useMemo(() => ({ loggedModel: model.id }), [model.id]);
  const { data: file } = useMlModel(owner);
  return (
    <div className={styles.main}>
      <KeyTable
        title="Metrics"
        rows={model.metrics.map(({ key, value, step, dataset }) => ({
          key,
          value: formatNumber(value),
          exact: String(value),
          detail: dataset ? `step ${step} on ${dataset}` : `step ${step}`,
        }))}
        empty="No metrics logged for it"
        numeric
      />
      <KeyTable
        title="Parameters"
        rows={model.params.map(([key, value]) => ({ key, value, exact: value }))}
        empty="No parameters logged for it"
      />
      {file?.signature && (
        <Part title="Signature">
          <SignatureTable signature={file.signature} />
        </Part>
      )}
    </div>
  );
}

function Side({ model }: { model: LoggedModel }) {
  const client = useQueryClient();
  const run = useRun(model.run, model.run !== '').data;
  const load = `mlflow.pyfunc.load_model("models:/${model.id}")`;
  const refresh = () => client.invalidateQueries({ queryKey: ['logged-model', model.id] });
  return (
    <div className={styles.side}>
      <Part title="Details">
        <DetailList>
          <Detail name="Logged">
            <Time at={model.created} />
          </Detail>
          <Detail name="Type">{model.type}</Detail>
          <Detail name="Source run">
            {run && <a href={hrefs.run(run.info.experiment_id, run.id)}>{run.info.run_name}</a>}
          </Detail>
          <Detail name="Model ID">
            <code>{model.id}</code>
            <CopyButton label="Copy the model ID" text={model.id} />
          </Detail>
          <Detail name="In Python">
            <code>{load}</code>
            <CopyButton label="Copy the line that loads it" text={load} />
          </Detail>
        </DetailList>
      </Part>
      <TagsPart
        tags={model.tags}
        deeds={{
          set: async (key, value) => {
            await setLoggedModelTag(model.id, key, value);
            await refresh();
          },
          remove: async (key) => {
            await deleteLoggedModelTag(model.id, key);
            await refresh();
          },
        }}
      />
    </div>
  );
}
