import { colourOf } from '../charts/colours.ts';
import { CellText, exactOf } from './cell-text.tsx';
import styles from './compare-table.module.css';
import { RowName } from './row-name.tsx';
import { RunHeading } from './run-heading.tsx';
import { cellLook, type TableProps } from './table-props.ts';
import { useCompareSections } from './use-compare-sections.ts';

/** A row for each run. */
export function CompareTableTurned({ runs, onlyDiffering, flipped, onFlip, onRemove }: TableProps) {
  const sections = useCompareSections(runs, onlyDiffering, flipped).filter(({ rows }) => rows.length > 0);
  const rows = sections.flatMap((section) => section.rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {sections.map((section) => (
              <th key={section.id} scope="colgroup" colSpan={section.rows.length} className={styles.group}>
                <span className={styles.sectionTitle}>{section.title}</span>
              </th>
            ))}
          </tr>
          <tr>
            <td className={styles.corner} />
            {rows.map((row) => (
              <th key={row.id} scope="col" title={row.key}>
                <RowName row={row} onFlip={onFlip} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run, index) => (
            <tr key={run.id}>
              <th scope="row">
                <RunHeading run={run} colour={colourOf(run)} onRemove={() => onRemove(run.id)} />
              </th>
              {rows.map((row) => (
                <td key={row.id} className={cellLook(row, index)} title={exactOf(row.cells[index])}>
                  <CellText row={row} cell={row.cells[index]} best={row.best.has(index)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
