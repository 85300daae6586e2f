import { memo, useMemo, useRef } from 'react';
import type { Run } from '../api/run.ts';
import { colourOf } from '../charts/colours.ts';
import { classes } from '../ui/classes.ts';
import { CellText, exactOf } from './cell-text.tsx';
import type { CompareRow } from './compare.ts';
import styles from './compare-table.module.css';
import { RowName } from './row-name.tsx';
import { RunHeading } from './run-heading.tsx';
import { cellLook, type TableProps } from './table-props.ts';
import { useCompareSections } from './use-compare-sections.ts';
import { isFew, useSpan } from './use-span.ts';

// Where there are too many runs to draw them all: what the style sheet's .windowed goes by.
const kRowHeight = 40;
const kKeyWidth = 150;
const kNameWidth = 240;
const kHeaderRows = 2;

/** A row for each run. */
export function CompareTableTurned({ runs, onlyDiffering, flipped, onFlip, onRemove }: TableProps) {
  const all = useCompareSections(runs, onlyDiffering, flipped);
  const sections = useMemo(() => all.filter((section) => section.rows.length > 0), [all]);
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  const scroller = useRef<HTMLElement>(null);
  const { start, end } = useSpan(scroller, { axis: 'y', count: runs.length, size: kRowHeight });
  const windowed = !isFew(runs.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Comparison">
      <table
        className={classes(styles.table, windowed && styles.windowed)}
        aria-rowcount={runs.length + kHeaderRows}
        style={windowed ? { width: kNameWidth + rows.length * kKeyWidth } : undefined}
      >
        {windowed && (
          <colgroup>
            <col style={{ width: kNameWidth }} />
            <col span={rows.length} style={{ width: kKeyWidth }} />
          </colgroup>
        )}
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
          <Gap height={start * kRowHeight} columns={rows.length + 1} />
          {runs.slice(start, end).map((run, at) => (
            <RunLine key={run.id} run={run} index={start + at} rows={rows} onRemove={onRemove} />
          ))}
          <Gap height={(runs.length - end) * kRowHeight} columns={rows.length + 1} />
        </tbody>
      </table>
    </section>
  );
}

/** The room of the runs that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height === 0) return null;
  return (
    <tr>
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  );
}

interface LineProps {
  run: Run;
  index: number;
  rows: CompareRow[];
  onRemove: (id: string) => void;
}

const RunLine = memo(function RunLine({ run, index, rows, onRemove }: LineProps) {
  return (
    <tr aria-rowindex={index + kHeaderRows + 1}>
      <th scope="row">
        <RunHeading run={run} colour={colourOf(run)} onRemove={() => onRemove(run.id)} />
      </th>
      {rows.map((row) => (
        <td key={row.id} className={cellLook(row, index)} title={exactOf(row.cells[index])}>
          <CellText row={row} cell={row.cells[index]} best={row.best.has(index)} />
        </td>
      ))}
    </tr>
  );
});
