import { type MouseEvent, memo } from 'react';
import type { Run } from '../../api/run.ts';
import { hrefs } from '../../router/routes.ts';
import { classes } from '../../ui/classes.ts';
import type { RunRow } from '../rows.ts';
import { CellContent } from './cell-content.tsx';
import { kHeaderRows, kIndent, type Layout, type PlacedColumn } from './layout.ts';
import { OpenButton } from './open-button.tsx';
import { fits, plainCell } from './plain-cell.ts';
import { RunStatusIcon } from './run-status.tsx';
import styles from './runs-table.module.css';

export interface RowProps {
  row: RunRow;
  index: number;
  top: number;
  layout: Layout;
  selected: boolean;
  /** The colour of its curves, if charts show it. */
  colour: string | undefined;
  /** The column under the keyboard's cursor, if it is in this row. */
  active: number | undefined;
  onSelect: (index: number, range: boolean) => void;
  onOpen: (id: string) => void;
  onActivate: (row: number, column: number) => void;
}

export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** One run. Drawn again only when something of it changes, not when the table scrolls. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { row, index, top, layout, selected, active, onActivate } = props;
  const { run } = row;
  const place = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[aria-colindex]');
    if (cell) onActivate(index, Number(cell.ariaColIndex) - 1);
  };
  const cell = (placed: PlacedColumn) => cellOf(run, index, placed, active === placed.index);
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + kHeaderRows}
      aria-selected={selected}
      {...(row.depth > 0 && { 'aria-level': row.depth + 1 })}
      {...(row.children > 0 && { 'aria-expanded': row.open })}
      className={classes(styles.row, run.info.lifecycle_stage === 'deleted' && styles.deleted)}
      style={{ top, width: layout.totalWidth }}
      onClick={place}
    >
      <RunCell {...props} />
      {layout.pinned.map(cell)}
      <span style={{ width: layout.before }} className={styles.space} />
      {layout.inSight.map(cell)}
    </div>
  );
});

function RunCell({ row, index, layout, selected, colour, active, onSelect, onOpen }: RowProps) {
  const { run, depth, children, open } = row;
  const name = run.info.run_name || run.id;
  return (
    <div
      role="rowheader"
      id={active === 0 ? cellId(index, 0) : undefined}
      aria-colindex={1}
      className={classes(styles.cell, styles.run, styles.pinned, active === 0 && styles.active)}
      style={{ width: layout.runWidth, left: 0 }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select ${name}`}
        checked={selected}
        onChange={(event) => onSelect(index, (event.nativeEvent as globalThis.MouseEvent).shiftKey)}
      />
      {depth > 0 && <span style={{ width: depth * kIndent }} className={styles.space} />}
      {children > 0 && <OpenButton open={open} onToggle={() => onOpen(run.id)} />}
      {colour && <span className={styles.colour} style={{ background: colour }} />}
      <RunStatusIcon status={run.info.status} />
      <a href={hrefs.run(run.info.experiment_id, run.id)} tabIndex={-1} title={name} className={styles.name}>
        {name}
      </a>
      {children > 0 && <span className={styles.members}>{children}</span>}
    </div>
  );
}

/** A cell. Most hold a text and are one element: a table is as fast as its cells are few things to lay out and paint. */
function cellOf(run: Run, row: number, { column, index, style }: PlacedColumn, active: boolean) {
  const plain = plainCell(run, column);
  return (
    <div
      key={column.id}
      role="gridcell"
      // Only the cell under the cursor is ever named.
      id={active ? cellId(row, index) : undefined}
      aria-colindex={index + 1}
      className={classes(
        styles.cell,
        column.numeric && styles.numeric,
        column.pinned && styles.pinned,
        active && styles.active,
        !(plain && fits(plain.text, column.width)) && styles.clip,
      )}
      style={style}
      title={plain?.title}
    >
      {plain ? plain.text : <CellContent run={run} column={column} />}
    </div>
  );
}
