import type { ModelVersion, RegisteredModel } from '../api/models.ts';
import { firstLine } from '../markdown/first-line.ts';
import { hrefs } from '../router/routes.ts';
import { Chip } from '../ui/chip.tsx';
import table from '../ui/list-table.module.css';
import { Time } from '../ui/time.tsx';
import { AliasChip } from './alias-chip.tsx';
import { StageChip } from './stage-chip.tsx';

export function ModelList({ models }: { models: RegisteredModel[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Latest</th>
          <th scope="col">Aliases and stages</th>
          <th scope="col" className={table.wide}>
            Tags
          </th>
          <th scope="col" className={table.time}>
            Changed
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <Row key={model.name} model={model} />
        ))}
      </tbody>
    </table>
  );
}

/** The newest of them; they come one for each stage. */
export function latestOf(versions: readonly ModelVersion[] = []): ModelVersion | undefined {
  return versions.reduce<ModelVersion | undefined>(
    (newest, each) => (newest && Number(newest.version) > Number(each.version) ? newest : each),
    undefined,
  );
}

function Row({ model }: { model: RegisteredModel }) {
  const { name, latest_versions: versions = [], aliases = [], tags = [] } = model;
  const latest = latestOf(versions);
  const staged = versions.filter((each) => each.current_stage !== 'None');
  return (
    <tr>
      <th scope="row" className={table.name}>
        <a href={hrefs.model(name)}>{name}</a>
        <span className={table.note}>{firstLine(model.description)}</span>
      </th>
      <td>{latest && <a href={hrefs.modelVersion(name, latest.version)}>Version {latest.version}</a>}</td>
      <td>
        <span className={table.chips}>
          {aliases.map(({ alias, version }) => (
            <AliasChip key={alias} alias={alias} href={hrefs.modelVersion(name, version)} version={version} />
          ))}
          {staged.map((each) => (
            <a key={each.version} href={hrefs.modelVersion(name, each.version)}>
              <StageChip stage={each.current_stage} version={each.version} />
            </a>
          ))}
        </span>
      </td>
      <td className={table.wide}>
        <span className={table.chips}>
          {tags.map((tag) => (
            <Chip key={tag.key} name={tag.key} value={tag.value} />
          ))}
        </span>
      </td>
      <td className={table.time}>
        <Time at={model.last_updated_timestamp} />
      </td>
    </tr>
  );
}
