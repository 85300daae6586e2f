import { type DragEvent, memo, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Column } from '../columns.ts';
import { statisticMark } from '../statistic.ts';
import type { Sort, TableView } from '../view.ts';
import { ColumnMenu } from './column-menu.tsx';
import { ColumnResizer } from './column-resizer.tsx';
import { GroupRow } from './group-row.tsx';
import { kRunColumn, type Layout, type PlacedColumn } from './layout.ts';
import styles from './runs-table.module.css';
import { cellId } from './table-row.tsx';
import { type ChangeTable, moveBefore, nextSort, resize } from './table-state.ts';

export const kHeaderRow = -1;

export interface HeadProps {
  layout: Layout;
  columns: readonly Column[];
  view: TableView;
  sort: Sort;
  allSelected: boolean;
  someSelected: boolean;
  /** The column under the keyboard's cursor, if it is in the header. */
  active: number | undefined;
  resizing: string | undefined;
  onSelectAll: (selected: boolean) => void;
  onSort: (sort: Sort) => void;
  onTable: ChangeTable;
  onFilter: (column: Column) => void;
  onDraftWidth: (id: string, width: number | undefined) => void;
}

export const TableHead = memo(function TableHead(props: HeadProps) {
  const { layout, columns, onTable } = props;
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const drop = () => {
    if (dragged && target && dragged !== target) onTable(moveBefore(columns, dragged, target));
    setDragged(undefined);
    setTarget(undefined);
  };
  const label = (placed: PlacedColumn) => (
    <Label
      key={placed.column.id}
      placed={placed}
      dropBefore={target === placed.column.id && dragged !== placed.column.id}
      onDragStart={() => setDragged(placed.column.id)}
      onDragOver={() => dragged && setTarget(placed.column.id)}
      onDrop={drop}
      {...props}
    />
  );
  return (
    <div role="rowgroup" data-head className={styles.head} style={{ width: layout.totalWidth }}>
      <GroupRow layout={layout} view={props.view} onTable={onTable} />
      <div role="row" aria-rowindex={2} className={styles.labels}>
        <RunLabel {...props} />
        {layout.pinned.map(label)}
        <span style={{ width: layout.before }} className={styles.space} />
        {layout.inSight.map(label)}
      </div>
    </div>
  );
});

function RunLabel(props: HeadProps) {
  const { layout, sort, active, allSelected, someSelected, onSelectAll, onSort } = props;
  return (
    <div
      role="columnheader"
      id={cellId(kHeaderRow, 0)}
      aria-colindex={1}
      aria-sort={ariaSort(sort, kRunColumn)}
      className={classes(styles.label, styles.run, styles.pinned, active === 0 && styles.active)}
      style={{ width: layout.runWidth, left: 0 }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label="Select all loaded runs"
        checked={allSelected}
        ref={(box) => {
          if (box) box.indeterminate = someSelected && !allSelected;
        }}
        onChange={(event) => onSelectAll(event.target.checked)}
      />
      <SortButton label="Run" id={kRunColumn} sort={sort} onSort={onSort} />
      <Resizer id={kRunColumn} width={layout.runWidth} {...props} />
    </div>
  );
}

interface LabelProps extends HeadProps {
  placed: PlacedColumn;
  dropBefore: boolean;
  onDragStart: () => void;
  onDragOver: () => void;
  onDrop: () => void;
}

function Label(props: LabelProps) {
  const { placed, sort, active, dropBefore, onDragStart, onDragOver, onDrop } = props;
  const { column, index, style } = placed;
  const over = (event: DragEvent) => {
    event.preventDefault();
    onDragOver();
  };
  return (
    <div
      role="columnheader"
      id={cellId(kHeaderRow, index)}
      aria-colindex={index + 1}
      aria-sort={ariaSort(sort, column.id)}
      className={classes(
        styles.label,
        column.numeric && styles.numeric,
        column.pinned && styles.pinned,
        dropBefore && styles.dropBefore,
        active === index && styles.active,
      )}
      style={style}
      draggable
      onDragStart={onDragStart}
      onDragOver={over}
      onDrop={onDrop}
      onDragEnd={onDrop}
    >
      <SortButton
        label={column.label}
        mark={statisticMark(column.statistic)}
        title={column.key}
        id={column.id}
        sort={sort}
        disabled={!column.searchable}
        onSort={props.onSort}
      />
      <ColumnMenu
        column={column}
        columns={props.columns}
        folded={props.view.folded.includes(column.group)}
        onSort={props.onSort}
        onTable={props.onTable}
        onFilter={props.onFilter}
      />
      <Resizer id={column.id} width={column.width} {...props} />
    </div>
  );
}

function Resizer({ id, width, resizing, onDraftWidth, onTable }: HeadProps & { id: string; width: number }) {
  return (
    <ColumnResizer
      width={width}
      active={resizing === id}
      onDraft={(draft) => onDraftWidth(id, draft)}
      onCommit={(next) => onTable(resize(id, next))}
    />
  );
}

interface SortProps {
  label: string;
  mark?: string;
  title?: string;
  id: string;
  sort: Sort;
  disabled?: boolean;
  onSort: (sort: Sort) => void;
}

function SortButton({ label, mark, title, id, sort, disabled, onSort }: SortProps) {
  const sorted = sort.column === id;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.sortButton}
      title={title ?? label}
      disabled={disabled}
      onClick={() => onSort(nextSort(sort, id))}
    >
      <span className={styles.labelText}>{label}</span>
      {mark && <span className={styles.mark}>{mark}</span>}
      {sorted && <Icon name={sort.ascending ? 'arrowUp' : 'arrowDown'} />}
    </button>
  );
}

function ariaSort(sort: Sort, id: string): 'ascending' | 'descending' | 'none' {
  if (sort.column !== id) return 'none';
  return sort.ascending ? 'ascending' : 'descending';
}
