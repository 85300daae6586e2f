import { useMemo } from 'react';
import type { ModelVersion } from '../api/models.ts';
import type { Run } from '../api/run.ts';
import { type SignatureDifference, signatureDifferences } from '../artifacts/signature-compare.ts';
import { useMlModel } from '../artifacts/use-mlmodel.ts';
import { CellText } from '../compare/cell-text.tsx';
import { type CompareRow, compareRows } from '../compare/compare.ts';
import { hrefs } from '../router/routes.ts';
import { useRun } from '../run/use-run.ts';
import { Frame } from '../shell/frame.tsx';
import { classes } from '../ui/classes.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { AliasChip } from './alias-chip.tsx';
import styles from './compare-versions.module.css';
import { useVersion } from './queries.ts';
import { StageChip } from './stage-chip.tsx';

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
      <h1 className="visually-hidden">{`${name}: versions ${first} and ${second}`}</h1>
      {first && second ? (
        <Compared name={name} first={first} second={second} />
      ) : (
        <Notice title="Two versions are needed">Choose them among the model’s versions.</Notice>
      )}
    </Frame>
  );
}

function useSide(name: string, number: string) {
  const version = useVersion(name, number);
  const run = useRun(version.data?.run_id ?? '', Boolean(version.data?.run_id));
  const owner = useMemo(() => ({ model: name, version: number }), [name, number]);
  return { version, run: run.data, file: useMlModel(owner).data };
}

function Compared({ name, first, second }: { name: string; first: string; second: string }) {
  const sides = [useSide(name, first), useSide(name, second)] as const;
  const runs = sides.flatMap(({ run }) => run ?? []);
  const error = sides[0].version.error ?? sides[1].version.error;
  const rows = useCompared(runs);
  const signature = useMemo(
    () => signatureDifferences(sides[0].file?.signature, sides[1].file?.signature),
    [sides[0].file, sides[1].file],
  );
  if (error) return <ErrorNotice error={error} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{sides[0].version.data && <Heading version={sides[0].version.data} />}</th>
            <th scope="col">{sides[1].version.data && <Heading version={sides[1].version.data} />}</th>
          </tr>
        </thead>
        <Facts versions={sides.map(({ version }) => version.data)} runs={sides.map(({ run }) => run)} />
        {rows.map(({ title, rows: own }) => (
          <RunRows key={title} title={title} rows={own} />
        ))}
        <SignatureRows differences={signature} />
      </table>
    </section>
  );
}

// Without the runs of both there is nothing to compare of them.
function useCompared(runs: readonly Run[]): { title: string; rows: CompareRow[] }[] {
  return useMemo(
    () =>
      runs.length < 2
        ? []
        : [
            { title: 'Metrics', rows: compareRows(runs, 'metrics') },
            { title: 'Parameters', rows: compareRows(runs, 'params') },
          ],
    [runs],
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
      <tr>
        <th scope="row">Description</th>
        {versions.map((version, index) => (
          <td key={version?.version ?? index}>{version?.description}</td>
        ))}
      </tr>
    </tbody>
  );
}

function Title({ children }: { children: string }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={3} className={styles.title}>
        {children}
      </th>
    </tr>
  );
}

function RunRows({ title, rows }: { title: string; rows: CompareRow[] }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <Title>{title}</Title>
      {rows.map((row) => (
        <tr key={row.id} className={classes(row.differs && styles.differs)}>
          <th scope="row">{row.key}</th>
          {row.cells.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two sides never change places
            <td key={index} className={classes(row.best.has(index) && styles.best)}>
              <CellText row={row} cell={cell} best={row.best.has(index)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function SignatureRows({ differences }: { differences: SignatureDifference[] }) {
  return (
    <tbody>
      <Title>Signature</Title>
      {differences.length === 0 && (
        <tr>
          <td colSpan={3}>Neither has one.</td>
        </tr>
      )}
      {differences.map(({ part, name, first, second }) => (
        <tr key={`${part} ${name}`} className={classes(first !== second && styles.differs)}>
          <th scope="row">
            {name} <span className={styles.part}>{part}</span>
          </th>
          {[first, second].map((type, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two sides never change places
            <td key={index}>{type ? <code>{type}</code> : <span className={styles.part}>not there</span>}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
