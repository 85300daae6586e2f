import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deleteLoggedModelTag, type LoggedModel, setLoggedModelTag } from '../api/logged-models.ts';
import { Files } from '../artifacts/files.tsx';
import { LoadModelPart } from '../artifacts/load-model-part.tsx';
import { SignatureTable } from '../artifacts/signature-table.tsx';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { isSystemMetric } from '../charts/sections.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import styles from '../models/model-page.module.css';
import { useVersionsOfLoggedModel } from '../models/queries.ts';
import { RegisteredAs } from '../models/version-links.tsx';
import { filesTab, hrefs } from '../router/routes.ts';
import { useRun } from '../run/use-run.ts';
import { formatNumber } from '../runs/number.ts';
import { Frame } from '../shell/frame.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { KeyTable } from '../ui/key-table.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Part } from '../ui/part.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TagsPart } from '../ui/tags-part.tsx';
import { FullTime } from '../ui/time.tsx';
import { TwoColumns } from '../ui/two-columns.tsx';
import { useLoggedModel } from './queries.ts';
import { LoggedStatus } from './status.tsx';

interface Props {
  experiment: string;
  id: string;
  tab: string;
}

export function LoggedModelPage({ experiment, id, tab }: Props) {
  const experimentName = useExperiment(experiment).data?.name ?? experiment;
  const found = useLoggedModel(id);
  const name = found.data?.name ?? 'Model';
  const [part = tab, ...path] = tab.split('/');
  const crumbs = [
    { label: 'Experiments', href: hrefs.experiments() },
    { label: experimentName, href: hrefs.experiment(experiment) },
    { label: 'Logged models', href: hrefs.loggedModels(experiment) },
    { label: name },
  ];
  return (
    <Frame title={`${name} · ${experimentName}`} crumbs={crumbs}>
      <Loaded
        query={found}
        heading="Logged model"
        ways={<a href={hrefs.loggedModels(experiment)}>All logged models of this experiment</a>}
      >
        {(model) => (
          <>
            <header className={styles.header}>
              <h1 className={styles.name}>{model.name}</h1>
              <LoggedStatus status={model.status} />
            </header>
            <Tabs
              label="Parts of this model"
              current={part}
              tabs={[
                { id: 'overview', label: 'Overview', href: hrefs.loggedModel(experiment, id) },
                { id: 'artifacts', label: 'Artifacts', href: hrefs.loggedModel(experiment, id, filesTab()) },
              ]}
            />
            {part === 'artifacts' ? (
              <ModelFiles model={model} path={path.join('/')} />
            ) : (
              <TwoColumns main={<Main model={model} />} side={<Side model={model} />} />
            )}
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function ModelFiles({ model, path }: { model: LoggedModel; path: string }) {
  const owner = useMemo(() => ({ loggedModel: model.id }), [model.id]);
  return (
    <Files owner={owner} path={path} hrefOf={(next) => hrefs.loggedModel(model.experiment, model.id, filesTab(next))} />
  );
}

function Main({ model }: { model: LoggedModel }) {
  const owner = useMemo(() => ({ loggedModel: model.id }), [model.id]);
  const { data: file } = useMlModel(owner);
  const metrics = model.metrics.filter(({ key }) => !isSystemMetric(key));
  return (
    <>
      <KeyTable
        title="Metrics"
        rows={metrics.map(({ key, value, step, dataset }) => ({
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
      <LoadModelPart owner={owner} uri={`models:/${model.id}`} />
    </>
  );
}

function Side({ model }: { model: LoggedModel }) {
  const client = useQueryClient();
  const versions = useVersionsOfLoggedModel(model.id).data ?? [];
  const run = useRun(model.run, model.run !== '').data;
  const refresh = () => client.invalidateQueries({ queryKey: ['logged-model', model.id] });
  return (
    <>
      <Part title="Details">
        <DetailList>
          <Detail name="Logged">
            <FullTime at={model.created} />
          </Detail>
          <Detail name="Type">{model.type}</Detail>
          <Detail name="Source run">
            {run && <a href={hrefs.run(run.info.experiment_id, run.id)}>{run.info.run_name}</a>}
          </Detail>
          <Detail name="Model ID">
            <code>{model.id}</code>
            <CopyButton label="Copy the model ID" text={model.id} />
          </Detail>
        </DetailList>
      </Part>
      <RegisteredAs versions={versions} />
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
    </>
  );
}
