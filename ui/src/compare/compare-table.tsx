import { Fragment, useRef } from 'react';
import { colourOf } from '../charts/colours.ts';
import { classes } from '../ui/classes.ts';
import { CellText, exactOf } from './cell-text.tsx';
import styles from './compare-table.module.css';
import { RowName } from './row-name.tsx';
import { RunHeading } from './run-heading.tsx';
import { cellLook, type TableProps } from './table-props.ts';
import { useCompareSections } from './use-compare-sections.ts';
import { isFew, useSpan } from './use-span.ts';

// Where there are too many runs to draw them all: what the style sheet's .windowed goes by.
const kRunWidth = 160;
const kNameWidth = 240;

/** A column for each run. */
export function CompareTable({ runs, onlyDiffering, flipped, onFlip, onRemove }: TableProps) {
  const sections = useCompareSections(runs, onlyDiffering, flipped);
  const scroller = useRef<HTMLElement>(null);
  const { start, end } = useSpan(scroller, { axis: 'x', count: runs.length, size: kRunWidth });
  const windowed = !isFew(runs.length);
  const shown = runs.slice(start, end);
  const [before, after] = [start * kRunWidth, (runs.length - end) * kRunWidth];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table
        className={classes(styles.table, windowed && styles.windowed)}
        aria-colcount={runs.length + 1}
        style={windowed ? { width: kNameWidth + runs.length * kRunWidth } : undefined}
      >
        {windowed && (
          <colgroup>
            <col style={{ width: kNameWidth }} />
            <col style={{ width: before }} />
            <col span={shown.length} style={{ width: kRunWidth }} />
            <col style={{ width: after }} />
          </colgroup>
        )}
        <thead>
          <tr>
            <td className={styles.corner} />
            {windowed && <td className={styles.gap} />}
            {shown.map((run, at) => (
              <th key={run.id} scope="col" aria-colindex={start + at + 2}>
                <RunHeading run={run} colour={colourOf(run)} onRemove={() => onRemove(run.id)} />
              </th>
            ))}
            {windowed && <td className={styles.gap} />}
          </tr>
        </thead>
        <tbody>
          {sections.map(({ id, title, rows, equal }) => (
            <Fragment key={id}>
              <tr className={styles.section}>
                <th scope="rowgroup" colSpan={shown.length + (windowed ? 3 : 1)}>
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
                  {windowed && <td className={styles.gap} />}
                  {shown.map((run, at) => {
                    const index = start + at;
                    const cell = row.cells[index];
                    return (
                      <td key={run.id} className={cellLook(row, index)} title={exactOf(cell)} aria-colindex={index + 2}>
                        <CellText row={row} cell={cell} best={row.best.has(index)} />
                      </td>
                    );
                  })}
                  {windowed && <td className={styles.gap} />}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
