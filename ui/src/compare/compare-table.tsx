import { Fragment } from 'react';
import type { Run } from '../api/run.ts';
import { colourOf } from '../charts/colours.ts';
import { classes } from '../ui/classes.ts';
import { CellText, labelOf } from './cell-text.tsx';
import styles from './compare-table.module.css';
import { RunHeading } from './run-heading.tsx';
import { useCompareSections } from './use-compare-sections.ts';

interface Props {
  runs: Run[];
  onlyDiffering: boolean;
  onRemove: (id: string) => void;
}

/** A column for each run. */
export function CompareTable({ runs, onlyDiffering, onRemove }: Props) {
  const sections = useCompareSections(runs, onlyDiffering);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {runs.map((run) => (
              <th key={run.id} scope="col">
                <RunHeading run={run} colour={colourOf(run)} onRemove={() => onRemove(run.id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map(({ kind, title, rows, equal }) => (
            <Fragment key={kind}>
              <tr className={styles.section}>
                <th scope="rowgroup" colSpan={runs.length + 1}>
                  <span className={styles.sectionTitle}>
                    {title}
                    {equal > 0 && <span className={styles.equal}> {equal} equal in all</span>}
                  </span>
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.id} className={classes(row.differs && styles.differs)}>
                  <th scope="row" title={row.key}>
                    {labelOf(row)}
                  </th>
                  {row.cells.map((cell, index) => (
                    <td key={runs[index]?.id} className={classes(row.best.has(index) && styles.best)}>
                      <CellText row={row} cell={cell} best={row.best.has(index)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
