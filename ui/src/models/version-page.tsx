import { useMemo, useState } from 'react';
import { kStages, type ModelVersion, type Stage } from '../api/models.ts';
import { Files } from '../artifacts/files.tsx';
import { navigate } from '../router/address.ts';
import { filesTab, hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Tabs } from '../ui/tabs.tsx';
import styles from './model-page.module.css';
import { useVersion } from './queries.ts';
import { StageChip } from './stage-chip.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { useModelDeeds } from './use-model-deeds.ts';
import { VersionOverview } from './version-overview.tsx';

interface Props {
  name: string;
  number: string;
  tab: string;
}

export function VersionPage({ name, number, tab }: Props) {
  const found = useVersion(name, number);
  const [part = tab, ...path] = tab.split('/');
  const crumbs = [
    { label: 'Models', href: hrefs.models() },
    { label: name, href: hrefs.model(name) },
    { label: `Version ${number}` },
  ];
  return (
    <Frame title={`${name} ${number} · Models`} crumbs={crumbs}>
      <Loaded
        query={found}
        heading={`${name}, version ${number}`}
        ways={<a href={hrefs.model(name)}>All versions of {name}</a>}
      >
        {(version) => (
          <>
            <VersionHeader version={version} />
            <Tabs
              label="Parts of this version"
              current={part}
              tabs={[
                { id: 'overview', label: 'Overview', href: hrefs.modelVersion(name, number) },
                { id: 'artifacts', label: 'Artifacts', href: hrefs.modelVersion(name, number, filesTab()) },
              ]}
            />
            {part === 'artifacts' ? (
              <VersionFiles name={name} version={number} path={path.join('/')} />
            ) : (
              <VersionOverview version={version} />
            )}
          </>
        )}
      </Loaded>
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
    removeVersion(name, number);
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
        The run and its files stay.
      </p>
    </Confirm>
  );
}

function VersionFiles({ name, version, path }: { name: string; version: string; path: string }) {
  const owner = useMemo(() => ({ model: name, version }), [name, version]);
  return <Files owner={owner} path={path} hrefOf={(next) => hrefs.modelVersion(name, version, filesTab(next))} />;
}
