import { useMemo } from 'react';
import type { Owner } from '../api/artifacts.ts';
import type { ModelVersion } from '../api/models.ts';
import { LoadModelPart } from '../artifacts/load-model-part.tsx';
import { SignatureTable } from '../artifacts/signature-table.tsx';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { NotePart } from '../markdown/note-part.tsx';
import { RunMetrics } from '../run/run-metrics.tsx';
import { useRun } from '../run/use-run.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { Part } from '../ui/part.tsx';
import { TagsPart } from '../ui/tags-part.tsx';
import { TwoColumns } from '../ui/two-columns.tsx';
import { Aliases } from './aliases.tsx';
import { useModel, useVersions } from './queries.ts';
import { TimeLine } from './time-line.tsx';
import { useModelDeeds } from './use-model-deeds.ts';
import { VersionDetails } from './version-details.tsx';

export function VersionOverview({ version }: { version: ModelVersion }) {
  return <TwoColumns main={<VersionMain version={version} />} side={<VersionSide version={version} />} />;
}

function VersionMain({ version }: { version: ModelVersion }) {
  const { describeVersion } = useModelDeeds();
  const { name, version: number } = version;
  const owner = useMemo(() => ({ model: name, version: number }), [name, number]);
  return (
    <>
      <NotePart
        title="Description"
        addLabel="Add a description"
        text={version.description ?? ''}
        onSave={(text) => describeVersion(name, number, text)}
      />
      <SignaturePart owner={owner} />
      {version.run_id && <MetricsOfRun id={version.run_id} />}
      <LoadModelPart owner={owner} uri={`models:/${name}/${number}`} />
    </>
  );
}

function SignaturePart({ owner }: { owner: Owner }) {
  const { data: file, error, isPending } = useMlModel(owner);
  if (isPending) return null;
  return (
    <Part title="Signature">
      {file?.signature ? (
        <SignatureTable signature={file.signature} />
      ) : file ? (
        <>
          <p>This model was logged without one. With an example of its input, the next will have one:</p>
          <CodeBlock label="the line" code={'mlflow.sklearn.log_model(model, name="model", input_example=X[:2])'} />
        </>
      ) : (
        <p>
          {error
            ? `The model’s files cannot be read: ${error.message}`
            : 'Where it comes from, there is no MLmodel file.'}
        </p>
      )}
    </Part>
  );
}

function VersionSide({ version }: { version: ModelVersion }) {
  const { setVersionTag, removeVersionTag } = useModelDeeds();
  const { name, version: number } = version;
  const model = useModel(name).data;
  const { versions } = useVersions(name);
  const tags = useMemo(() => (version.tags ?? []).map(({ key, value }) => [key, value] as const), [version.tags]);
  return (
    <>
      <VersionDetails version={version} />
      <Aliases version={version} taken={model?.aliases ?? []} />
      <TagsPart
        tags={tags}
        deeds={{
          set: (key, value) => setVersionTag(name, number, key, value),
          remove: (key) => removeVersionTag(name, number, key),
        }}
      />
      {model && versions && <TimeLine model={model} versions={versions} />}
    </>
  );
}

function MetricsOfRun({ id }: { id: string }) {
  const { data: run } = useRun(id);
  return run && run.metrics.size > 0 ? <RunMetrics title="Metrics of its run" run={run} /> : null;
}
