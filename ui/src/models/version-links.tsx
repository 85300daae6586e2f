import type { ModelVersion } from '../api/models.ts';
import { hrefs } from '../router/routes.ts';
import links from '../ui/link-list.module.css';
import { Part } from '../ui/part.tsx';
import { AliasChip } from './alias-chip.tsx';
import { useModel } from './queries.ts';
import { StageChip } from './stage-chip.tsx';

/** What a run or a logged model was registered as; nothing where it was not. */
export function RegisteredAs({ versions }: { versions: readonly ModelVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <Part title="Registered as" count={versions.length}>
      <ul className={links.list}>
        {versions.map(({ name, version, current_stage: stage }) => (
          <li key={`${name} ${version}`}>
            <a href={hrefs.modelVersion(name, version)} className={links.link}>
              {name}, version {version}
            </a>
            {stage !== 'None' && <StageChip stage={stage} />}
            <Aliases name={name} version={version} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Aliases({ name, version }: { name: string; version: string }) {
  const model = useModel(name).data;
  return (model?.aliases ?? [])
    .filter((each) => each.version === version)
    .map(({ alias }) => <AliasChip key={alias} alias={alias} />);
}
