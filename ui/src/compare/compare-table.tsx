import { Fragment } from 'react';
import { colourOf } from '../charts/colours.ts';
import { classes } from '../ui/classes.ts';
import { CellText, exactOf } from './cell-text.tsx';
import styles from './compare-table.module.css';
import { RowName } from './row-name.tsx';
import { RunHeading } from './run-heading.tsx';
import { cellLook, type TableProps } from './table-props.ts';
import { useCompareSections } from './use-compare-sections.ts';

/** A column for each run. */
export function CompareTable({ runs, onlyDiffering, flipped, onFlip, onRemove }: TableProps) {
  const sections = useCompareSections(runs, onlyDiffering, flipped);
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
          {sections.map(({ id, title, rows, equal }) => (
            <Fragment key={id}>
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
                    <RowName row={row} onFlip={onFlip} />
                  </th>
                  {row.cells.map((cell, index) => (
                    <td key={runs[index]?.id} className={cellLook(row, index)} title={exactOf(cell)}>
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
