import { useMemo, useState } from 'react';
import type { RegisteredModel } from '../api/models.ts';
import { NotePart } from '../markdown/note-part.tsx';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { TextField } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Menu } from '../ui/menu.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Part } from '../ui/part.tsx';
import { TagsPart } from '../ui/tags-part.tsx';
import { FullTime } from '../ui/time.tsx';
import { TwoColumns } from '../ui/two-columns.tsx';
import { AliasChip } from './alias-chip.tsx';
import styles from './model-page.module.css';
import { useModel, useVersions } from './queries.ts';
import { TimeLine } from './time-line.tsx';
import { useModelDeeds } from './use-model-deeds.ts';
import { VersionList } from './version-list.tsx';

export function ModelPage({ name }: { name: string }) {
  const found = useModel(name);
  return (
    <Frame title={`${name} · Models`} crumbs={[{ label: 'Models', href: hrefs.models() }, { label: name }]}>
      <Loaded query={found} heading={name} ways={<a href={hrefs.models()}>All models</a>}>
        {(model) => (
          <>
            <ModelHeader model={model} />
            <TwoColumns
              main={
                <>
                  <Description model={model} />
                  <Versions name={name} />
                </>
              }
              side={<ModelSide model={model} />}
            />
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function ModelHeader({ model }: { model: RegisteredModel }) {
  const [asking, setAsking] = useState<'name' | 'removal'>();
  const close = () => setAsking(undefined);
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{model.name}</h1>
      <Menu
        look="plain"
        icon="more"
        iconOnly
        align="end"
        label="Actions for this model"
        items={[
          { label: 'Rename', icon: 'edit', onSelect: () => setAsking('name') },
          { label: 'Delete', icon: 'trash', danger: true, separated: true, onSelect: () => setAsking('removal') },
        ]}
      />
      {asking === 'name' && <Rename model={model} onClose={close} />}
      {asking === 'removal' && <Removal model={model} onClose={close} />}
    </header>
  );
}

function Rename({ model, onClose }: { model: RegisteredModel; onClose: () => void }) {
  const [name, setName] = useState(model.name);
  const { rename } = useModelDeeds();
  const renameAndOpen = async () => {
    await rename(model.name, name.trim());
    navigate(hrefs.model(name.trim()), 'replace');
  };
  return (
    <Confirm
      title={`Rename ${model.name}`}
      deedName="Rename"
      disabled={!name.trim() || name.trim() === model.name}
      deed={renameAndOpen}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        autoFocus
        hint="Programs that load the model by its name have to be changed."
        onChange={(event) => setName(event.target.value)}
      />
    </Confirm>
  );
}

function Removal({ model, onClose }: { model: RegisteredModel; onClose: () => void }) {
  const { remove } = useModelDeeds();
  const { versions = [] } = useVersions(model.name);
  const leaveAndRemove = async () => {
    remove(model.name);
    navigate(hrefs.models(), 'replace');
  };
  return (
    <Confirm title={`Delete ${model.name}?`} deedName="Delete" danger deed={leaveAndRemove} onClose={onClose}>
      <p>
        The model goes with {versions.length === 1 ? 'its version' : `all its ${versions.length} versions`} and aliases.
        The runs and their files stay.
      </p>
    </Confirm>
  );
}

function Description({ model }: { model: RegisteredModel }) {
  const { describe } = useModelDeeds();
  return (
    <NotePart
      title="Description"
      addLabel="Add a description"
      text={model.description ?? ''}
      onSave={(text) => describe(model.name, text)}
    />
  );
}

function ModelSide({ model }: { model: RegisteredModel }) {
  const { setTag, removeTag } = useModelDeeds();
  const { versions } = useVersions(model.name);
  const tags = useMemo(() => (model.tags ?? []).map(({ key, value }) => [key, value] as const), [model.tags]);
  return (
    <>
      <Part title="Details">
        <DetailList>
          <Detail name="Created">
            <FullTime at={model.creation_timestamp} />
          </Detail>
          <Detail name="Changed">
            <FullTime at={model.last_updated_timestamp} />
          </Detail>
          <Detail name="Aliases">
            {model.aliases && (
              <span className={styles.chips}>
                {model.aliases.map(({ alias, version }) => (
                  <AliasChip
                    key={alias}
                    alias={alias}
                    version={version}
                    href={hrefs.modelVersion(model.name, version)}
                  />
                ))}
              </span>
            )}
          </Detail>
        </DetailList>
      </Part>
      <TagsPart
        tags={tags}
        deeds={{
          set: (key, value) => setTag(model.name, key, value),
          remove: (key) => removeTag(model.name, key),
        }}
      />
      {versions && <TimeLine model={model} versions={versions} />}
    </>
  );
}

function Versions({ name }: { name: string }) {
  const { versions, error, refetch } = useVersions(name);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  return versions ? <VersionList name={name} versions={versions} /> : null;
}
