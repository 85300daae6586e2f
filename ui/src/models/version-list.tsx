import { useState } from 'react';
import type { ModelVersion } from '../api/models.ts';
import { pythonStart, pythonText } from '../artifacts/load-code.ts';
import { firstLine } from '../markdown/first-line.ts';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { serverAddress } from '../state/server-address.ts';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import table from '../ui/list-table.module.css';
import { Part } from '../ui/part.tsx';
import { Time } from '../ui/time.tsx';
import { AliasChip } from './alias-chip.tsx';
import styles from './model-page.module.css';
import { StageChip } from './stage-chip.tsx';

interface Props {
  name: string;
  versions: ModelVersion[];
}

/** A model's versions, the newest first; two of them can be compared. */
export function VersionList({ name, versions }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // Of three the first chosen goes: it is always clear which two are compared.
  const choose = (version: string, on: boolean) =>
    setChosen(on ? [...chosen, version].slice(-2) : chosen.filter((each) => each !== version));
  const compare = versions.length > 1 && (
    <Button
      icon="compare"
      disabled={chosen.length !== 2}
      onClick={() =>
        navigate(
          hrefs.compareVersions(
            name,
            [...chosen].sort((a, b) => Number(a) - Number(b)),
          ),
        )
      }
    >
      {chosen.length === 2
        ? `Compare ${[...chosen].sort((a, b) => Number(a) - Number(b)).join(' and ')}`
        : 'Compare two'}
    </Button>
  );
  return (
    <Part title="Versions" count={versions.length} action={compare}>
      {versions.length === 0 ? (
        <NoVersions name={name} />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Chosen</span>
              </th>
              <th scope="col">Version</th>
              <th scope="col">Aliases and stage</th>
              <th scope="col" className={table.wide}>
                Description
              </th>
              <th scope="col" className={table.time}>
                Registered
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <VersionRow
                key={version.version}
                version={version}
                chosen={chosen.includes(version.version)}
                onChoose={(on) => choose(version.version, on)}
              />
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

interface RowProps {
  version: ModelVersion;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}

function VersionRow({ version: each, chosen, onChoose }: RowProps) {
  return (
    <tr>
      <td className={table.check}>
        <input
          type="checkbox"
          aria-label={`Choose version ${each.version}`}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <th scope="row" className={table.name}>
        <a href={hrefs.modelVersion(each.name, each.version)} className={styles.version}>
          Version {each.version}
        </a>
      </th>
      <td>
        <span className={table.chips}>
          {each.aliases?.map((alias) => (
            <AliasChip key={alias} alias={alias} />
          ))}
          {each.current_stage !== 'None' && <StageChip stage={each.current_stage} />}
        </span>
      </td>
      <td className={table.wide}>
        <span className={table.note}>{firstLine(each.description)}</span>
      </td>
      <td className={table.time}>
        <Time at={each.creation_timestamp} />
      </td>
    </tr>
  );
}

function NoVersions({ name }: { name: string }) {
  const code = `${pythonStart(serverAddress())}
mlflow.sklearn.log_model(model, name="model", registered_model_name=${pythonText(name)})`;
  return (
    <>
      <p className={table.empty}>No version is registered yet. A run’s model becomes one when it is logged:</p>
      <CodeBlock label="the lines that register a version" code={code} />
    </>
  );
}
