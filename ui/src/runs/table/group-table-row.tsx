import { type MouseEvent, memo } from 'react';
import type { Run } from '../../api/run.ts';
import { classes } from '../../ui/classes.ts';
import { cellValue } from '../column.ts';
import type { Column } from '../columns.ts';
import { formatNumber } from '../number.ts';
import { aggregateOf, type GroupRow } from '../rows.ts';
import { statisticOf } from '../statistic.ts';
import { countOf } from '../use-run-actions.ts';
import { kHeaderRows, type PlacedColumn } from './layout.ts';
import { OpenButton } from './open-button.tsx';
import styles from './runs-table.module.css';
import { cellId, type RowProps } from './table-row.tsx';
import { useSummaries } from './use-summaries.ts';

interface Props extends Omit<RowProps, 'row'> {
  row: GroupRow;
  /** How many of its runs are selected. */
  selectedRuns: number;
}

/** A group of runs: its name, and what its runs have in common or on average. */
export const GroupTableRow = memo(function GroupTableRow(props: Props) {
  const { row, index, top, layout, selectedRuns, colour, active, onSelect, onOpen, onActivate } = props;
  const place = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[aria-colindex]');
    if (cell) onActivate(index, Number(cell.ariaColIndex) - 1);
  };
  const all = selectedRuns === row.runs.length;
  const cell = (placed: PlacedColumn) => (
    <GroupCell key={placed.column.id} group={row} row={index} placed={placed} active={active === placed.index} />
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + kHeaderRows}
      aria-level={1}
      aria-expanded={row.open}
      aria-selected={all}
      className={classes(styles.row, styles.groupLine)}
      style={{ top, width: layout.totalWidth }}
      onClick={place}
    >
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
          aria-label={`Select the runs of ${row.label}`}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = selectedRuns > 0 && !all;
          }}
          onChange={(event) => onSelect(index, (event.nativeEvent as globalThis.MouseEvent).shiftKey)}
        />
        <OpenButton open={row.open} onToggle={() => onOpen(row.id)} />
        {colour && <span className={styles.colour} style={{ background: colour }} />}
        <span className={styles.name} title={row.label}>
          {row.label}
        </span>
        <span className={styles.members} title={countOf(row.runs.length)}>
          {row.runs.length}
        </span>
      </div>
      {layout.pinned.map(cell)}
      <span style={{ width: layout.before }} className={styles.space} />
      {layout.inSight.map(cell)}
    </div>
  );
});

interface CellProps {
  group: GroupRow;
  row: number;
  placed: PlacedColumn;
  active: boolean;
}

function GroupCell({ group, row, placed, active }: CellProps) {
  const { column, index, style } = placed;
  return (
    <div
      role="gridcell"
      id={active ? cellId(row, index) : undefined}
      aria-colindex={index + 1}
      className={classes(
        styles.cell,
        styles.clip,
        column.numeric && styles.numeric,
        column.pinned && styles.pinned,
        active && styles.active,
      )}
      style={style}
    >
      {column.kind === 'metrics' ? <Mean group={group} column={column} /> : <Common group={group} column={column} />}
    </div>
  );
}

function Mean({ group, column }: { group: GroupRow; column: Column }) {
  const { key, statistic } = column;
  const summaries = useSummaries(group.runs, column, statistic.kind !== 'last');
  const valueIn = (run: Run) => {
    if (statistic.kind === 'last') return run.metrics.get(key)?.value;
    const summary = summaries?.get(run.id);
    return summary && statisticOf(summary, statistic);
  };
  const found = aggregateOf(group.runs, valueIn);
  if (!found) return null;
  const { count, mean, deviation, min, max } = found;
  const spread = `mean of ${count}, deviation ${formatNumber(deviation)}, from ${formatNumber(min)} to ${formatNumber(max)}`;
  if (column.groupRange) {
    return (
      <span title={spread}>
        {formatNumber(min)}
        {count > 1 && ` – ${formatNumber(max)}`}
      </span>
    );
  }
  return (
    <span title={spread}>
      {formatNumber(mean)}
      {count > 1 && <span className={styles.deviation}> ±{Number(deviation.toPrecision(2))}</span>}
    </span>
  );
}

/** The value that all runs share, or how many there are. */
function Common({ group, column }: { group: GroupRow; column: Column }) {
  if (column.kind === 'attributes' && column.key !== 'user_id' && column.key !== 'source') return null;
  const values = new Set(group.runs.map((run) => cellValue(run, column)));
  if (values.size === 1) return <span>{[...values][0]}</span>;
  return <span className={styles.deviation}>{values.size} values</span>;
}
