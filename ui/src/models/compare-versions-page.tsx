import type { ModelVersion } from '../api/models.ts';
import type { Run } from '../api/run.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { AliasChip } from './alias-chip.tsx';
import { RunRows, SignatureRows, TagRows } from './compare-version-rows.tsx';
import styles from './compare-versions.module.css';
import { useVersions } from './queries.ts';
import { StageChip } from './stage-chip.tsx';
import { useVersionSides } from './use-version-sides.ts';

interface Props {
  name: string;
  numbers: string[];
}

/** Two versions of a model: what they are, what their runs had, and what they want and give. */
export function CompareVersionsPage({ name, numbers }: Props) {
  const [first = '', second = ''] = numbers;
  const crumbs = [
    { label: 'Models', href: hrefs.models() },
    { label: name, href: hrefs.model(name) },
    { label: `Versions ${first} and ${second}` },
  ];
  return (
    <Frame title={`${name}: ${first} and ${second}`} crumbs={crumbs}>
      <header className={styles.header}>
        <h1 className={styles.name}>{`${name} · Versions ${first} and ${second}`}</h1>
        {first && second && <Choice name={name} first={first} second={second} />}
      </header>
      {first && second ? (
        <Compared name={name} first={first} second={second} />
      ) : (
        <Notice title="Two versions are needed">
          <p>Choose them among the model’s versions, then press Compare.</p>
          <a href={hrefs.model(name)}>Versions of {name}</a>
        </Notice>
      )}
    </Frame>
  );
}

interface Pair {
  name: string;
  first: string;
  second: string;
}

/** Other versions to compare, and the two the other way round. */
function Choice({ name, first, second }: Pair) {
  const { versions = [] } = useVersions(name);
  const numbers = versions.map(({ version }) => version);
  const go = (left: string, right: string) => navigate(hrefs.compareVersions(name, [left, right]), 'replace');
  const select = (label: string, value: string, take: (version: string) => void) => (
    <select aria-label={label} value={value} className={styles.choice} onChange={(event) => take(event.target.value)}>
      {(numbers.includes(value) ? numbers : [value, ...numbers]).map((version) => (
        <option key={version} value={version}>
          Version {version}
        </option>
      ))}
    </select>
  );
  return (
    <span className={styles.choices}>
      {select('First version', first, (version) => go(version, second))}
      <Button icon="swap" iconOnly onClick={() => go(second, first)}>
        The other way round
      </Button>
      {select('Second version', second, (version) => go(first, version))}
    </span>
  );
}

function Compared({ name, first, second }: Pair) {
  const sides = useVersionSides(name, first, second);
  const versions = sides.map(({ version }) => version.data);
  const runs = sides.map(({ run }) => run);
  const error = sides.map(({ version }) => version.error).find(Boolean);
  if (error) {
    return (
      <ErrorNotice error={error}>
        <a href={hrefs.model(name)}>Versions of {name}</a>
      </ErrorNotice>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {versions.map((version, index) => (
              <th key={version?.version ?? index} scope="col">
                {version && <Heading version={version} />}
              </th>
            ))}
          </tr>
        </thead>
        <Facts versions={versions} runs={runs} />
        <TagRows versions={versions} />
        <RunRows runs={runs} kind="metrics" title="Metrics" />
        <RunRows runs={runs} kind="params" title="Parameters" />
        <SignatureRows first={sides[0].file?.signature} second={sides[1].file?.signature} />
      </table>
    </section>
  );
}

function Heading({ version }: { version: ModelVersion }) {
  return (
    <span className={styles.heading}>
      <a href={hrefs.modelVersion(version.name, version.version)}>Version {version.version}</a>
      {version.current_stage !== 'None' && <StageChip stage={version.current_stage} />}
      {version.aliases?.map((alias) => (
        <AliasChip key={alias} alias={alias} />
      ))}
    </span>
  );
}

interface FactsProps {
  versions: (ModelVersion | undefined)[];
  runs: (Run | undefined)[];
}

function Facts({ versions, runs }: FactsProps) {
  const described = versions.some((version) => version?.description);
  return (
    <tbody>
      <tr>
        <th scope="row">Registered</th>
        {versions.map((version, index) => (
          <td key={version?.version ?? index}>
            <Time at={version?.creation_timestamp} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">Source run</th>
        {versions.map((version, index) => {
          const run = runs[index];
          return (
            <td key={version?.version ?? index}>
              {run ? <a href={hrefs.run(run.info.experiment_id, run.id)}>{run.info.run_name}</a> : version?.run_id}
            </td>
          );
        })}
      </tr>
      {described && (
        <tr>
          <th scope="row">Description</th>
          {versions.map((version, index) => (
            <td key={version?.version ?? index}>
              {version?.description ? <Markdown text={version.description} /> : <span className={styles.part}>–</span>}
            </td>
          ))}
        </tr>
      )}
    </tbody>
  );
}
