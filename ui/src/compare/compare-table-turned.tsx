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

/** A row for each run. */
export function CompareTableTurned({ runs, onlyDiffering, onRemove }: Props) {
  const sections = useCompareSections(runs, onlyDiffering).filter(({ rows }) => rows.length > 0);
  const rows = sections.flatMap((section) => section.rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.corner} />
            {sections.map((section) => (
              <th key={section.kind} scope="colgroup" colSpan={section.rows.length} className={styles.group}>
                <span className={styles.sectionTitle}>{section.title}</span>
              </th>
            ))}
          </tr>
          <tr>
            <td className={styles.corner} />
            {rows.map((row) => (
              <th key={row.id} scope="col" title={row.key}>
                {labelOf(row)}
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
                <td
                  key={row.id}
                  className={classes(row.differs && styles.differing, row.best.has(index) && styles.best)}
                >
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
