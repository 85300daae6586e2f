import { type ReactNode, useMemo } from 'react';
import type { ModelVersion } from '../api/models.ts';
import type { Run } from '../api/run.ts';
import type { Signature } from '../artifacts/mlmodel.ts';
import { signatureDifferences } from '../artifacts/signature-compare.ts';
import { CellText, exactOf } from '../compare/cell-text.tsx';
import { compareRows } from '../compare/compare.ts';
import { classes } from '../ui/classes.ts';
import styles from './compare-versions.module.css';

function Title({ children }: { children: ReactNode }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={3} className={styles.title}>
        {children}
      </th>
    </tr>
  );
}

const none = <span className={styles.part}>not there</span>;

interface RowsProps {
  runs: readonly (Run | undefined)[];
  kind: 'metrics' | 'params';
  title: string;
}

/** What the runs of both had; without both there is nothing to compare. */
export function RunRows({ runs, kind, title }: RowsProps) {
  const [first, second] = runs;
  const rows = useMemo(() => (first && second ? compareRows([first, second], kind) : []), [first, second, kind]);
  if (rows.length === 0) return null;
  return (
    <tbody>
      <Title>{title}</Title>
      {rows.map((row) => (
        <tr key={row.id} className={classes(row.differs && styles.differs)}>
          <th scope="row">{row.key}</th>
          {row.cells.map((cell, index) => (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: the two sides never change places
              key={index}
              title={exactOf(cell)}
              className={classes(row.best.has(index) && styles.best, row.unusual.has(index) && styles.unusual)}
            >
              <CellText row={row} cell={cell} best={row.best.has(index)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The tags of both. */
export function TagRows({ versions }: { versions: readonly (ModelVersion | undefined)[] }) {
  const sides = versions.map((version) => new Map(version?.tags?.map(({ key, value }) => [key, value])));
  const keys = [...new Set(sides.flatMap((tags) => [...tags.keys()]))].sort();
  if (keys.length === 0) return null;
  return (
    <tbody>
      <Title>Tags</Title>
      {keys.map((key) => (
        <Row key={key} name={key} values={sides.map((tags) => tags.get(key))} />
      ))}
    </tbody>
  );
}

interface SignatureProps {
  first: Signature | undefined;
  second: Signature | undefined;
}

export function SignatureRows({ first, second }: SignatureProps) {
  const differences = useMemo(() => signatureDifferences(first, second), [first, second]);
  return (
    <tbody>
      <Title>Signature</Title>
      {differences.length === 0 && (
        <tr>
          <td colSpan={3}>Neither has one.</td>
        </tr>
      )}
      {differences.map(({ part, name, first: before, second: after }) => (
        <Row
          key={`${part} ${name}`}
          name={
            <>
              {name} <span className={styles.part}>{part}</span>
            </>
          }
          values={[before, after]}
        />
      ))}
    </tbody>
  );
}

function Row({ name, values }: { name: ReactNode; values: readonly (string | undefined)[] }) {
  const differs = values.some((value) => value !== values[0]);
  return (
    <tr className={classes(differs && styles.differs)}>
      <th scope="row">{name}</th>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two sides never change places
        <td key={index} className={classes(differs && styles.unusual)}>
          {value === undefined ? none : <code>{value}</code>}
        </td>
      ))}
    </tr>
  );
}
