import { useState } from 'react';
import type { ModelVersion, Stage } from '../api/models.ts';
import { Confirm } from '../ui/confirm.tsx';
import styles from './model-page.module.css';
import { useVersions } from './queries.ts';
import { useModelDeeds } from './use-model-deeds.ts';

interface Props {
  version: ModelVersion;
  stage: Stage;
  onClose: () => void;
}

// In these a model usually has one version.
const kExclusive: readonly Stage[] = ['Staging', 'Production'];

/** Moves a version to a stage, after saying whom it displaces. */
export function StageDialog({ version, stage, onClose }: Props) {
  const { name, version: number, current_stage: before } = version;
  const [archive, setArchive] = useState(true);
  const { moveToStage } = useModelDeeds();
  const { versions = [] } = useVersions(name);
  const there = kExclusive.includes(stage)
    ? versions.filter((each) => each.current_stage === stage && each.version !== number).map((each) => each.version)
    : [];
  return (
    <Confirm
      title={`Move version ${number} to ${stage}?`}
      deedName="Move"
      deed={() => moveToStage(name, number, stage, archive && there.length > 0)}
      onClose={onClose}
    >
      <p>
        {before === 'None' ? 'It is in no stage now.' : `It is in ${before} now.`} Programs that load “
        {`models:/${name}/${stage}`}” get it from then on.
      </p>
      {there.length > 0 && (
        <label className={styles.choice}>
          <input type="checkbox" checked={archive} onChange={(event) => setArchive(event.target.checked)} />
          Archive {there.length === 1 ? 'version' : 'versions'} {there.join(', ')}, now in {stage}
        </label>
      )}
    </Confirm>
  );
}
