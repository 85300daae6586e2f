import { useMemo, useState } from 'react';
import { kStages, type ModelVersion, type Stage } from '../api/models.ts';
import { SignatureTable } from '../artifacts/signature-table.tsx';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { NotePart } from '../markdown/note-part.tsx';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Part } from '../ui/part.tsx';
import { TagsPart } from '../ui/tags-part.tsx';
import { Aliases } from './aliases.tsx';
import styles from './model-page.module.css';
import { useModel, useVersion, useVersions } from './queries.ts';
import { StageChip } from './stage-chip.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { TimeLine } from './time-line.tsx';
import { useModelDeeds } from './use-model-deeds.ts';
import { VersionDetails } from './version-details.tsx';

interface Props {
  name: string;
  number: string;
}

export function VersionPage({ name, number }: Props) {
  const found = useVersion(name, number);
  const version = found.data;
  const crumbs = [
    { label: 'Models', href: hrefs.models() },
    { label: name, href: hrefs.model(name) },
    { label: `Version ${number}` },
  ];
  return (
    <Frame title={`${name} ${number} · Models`} crumbs={crumbs}>
      {!version && <h1 className="visually-hidden">{`${name}, version ${number}`}</h1>}
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {version && (
        <>
          <VersionHeader version={version} />
          <div className={styles.scroll}>
            <div className={styles.columns}>
              <VersionSide version={version} />
              <VersionMain version={version} />
            </div>
          </div>
        </>
      )}
    </Frame>
  );
}

function VersionHeader({ version }: { version: ModelVersion }) {
  const [stage, setStage] = useState<Stage>();
  const [removing, setRemoving] = useState(false);
  const { name, version: number, current_stage: current } = version;
  const stages = kStages.map(
    (each): MenuItem => ({
      label: each,
      checked: each === current,
      onSelect: () => each !== current && setStage(each),
    }),
  );
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        {name} · Version {number}
      </h1>
      {current !== 'None' && <StageChip stage={current} />}
      <span className={styles.space} />
      <Menu label="Stage" trailing="down" align="end" items={stages} />
      <Menu
        look="plain"
        icon="more"
        iconOnly
        align="end"
        label="Actions for this version"
        items={[{ label: 'Delete', icon: 'trash', danger: true, onSelect: () => setRemoving(true) }]}
      />
      {stage && <StageDialog version={version} stage={stage} onClose={() => setStage(undefined)} />}
      {removing && <Removal version={version} onClose={() => setRemoving(false)} />}
    </header>
  );
}

function Removal({ version, onClose }: { version: ModelVersion; onClose: () => void }) {
  const { removeVersion } = useModelDeeds();
  const { name, version: number, aliases = [] } = version;
  const leaveAndRemove = async () => {
    await removeVersion(name, number);
    navigate(hrefs.model(name), 'replace');
  };
  return (
    <Confirm
      title={`Delete version ${number} of ${name}?`}
      deedName="Delete"
      danger
      deed={leaveAndRemove}
      onClose={onClose}
    >
      <p>
        {aliases.length > 0 && `${aliases.map((alias) => `@${alias}`).join(', ')} will point to nothing. `}
        This cannot be undone. The run and its files stay.
      </p>
    </Confirm>
  );
}

function VersionMain({ version }: { version: ModelVersion }) {
  const { describeVersion } = useModelDeeds();
  const { name, version: number } = version;
  return (
    <div className={styles.main}>
      <NotePart
        title="Description"
        addLabel="Add a description"
        text={version.description ?? ''}
        onSave={(text) => describeVersion(name, number, text)}
      />
      <SignaturePart name={name} version={number} />
    </div>
  );
}

function SignaturePart({ name, version }: { name: string; version: string }) {
  const owner = useMemo(() => ({ model: name, version }), [name, version]);
  const { data: file, isPending } = useMlModel(owner);
  if (isPending) return null;
  return (
    <Part title="Signature">
      {file?.signature ? (
        <SignatureTable signature={file.signature} />
      ) : (
        <p>{file ? 'This model was logged without one.' : 'The model’s files cannot be read.'}</p>
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
    <div className={styles.side}>
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
    </div>
  );
}
