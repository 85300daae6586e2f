// The runs of an experiment as a grid: any number of rows and columns, of which only those in sight are drawn.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from '../../router/address.ts';
import { hrefs } from '../../router/routes.ts';
import { classes } from '../../ui/classes.ts';
import { cellValue } from '../column.ts';
import type { Column } from '../columns.ts';
import type { DisplayRow } from '../rows.ts';
import type { Selection } from '../use-selection.ts';
import type { Sort, TableView } from '../view.ts';
import { GroupTableRow } from './group-table-row.tsx';
import { kHeaderRows, kRunColumn, layoutOf, measure, runWidthOf } from './layout.ts';
import styles from './runs-table.module.css';
import { kHeaderRow, TableHead } from './table-head.tsx';
import { cellId, TableRow } from './table-row.tsx';
import { type ChangeTable, nextSort } from './table-state.ts';
import { useAside } from './use-aside.ts';
import { type GridPosition, useGridKeys } from './use-grid-keys.ts';
import { useRowHeight } from './use-row-height.ts';
import { useWindow } from './use-window.ts';
import type { Span } from './window.ts';

const kRest = 300;
const kRowsAhead = 40;
const kRowsAheadWhileScrolling = 400;

interface Props {
  rows: readonly DisplayRow[];
  /** Whether rows can be opened and folded. */
  folding: boolean;
  columns: readonly Column[];
  view: TableView;
  sort: Sort;
  selection: Selection;
  /** The colours of the runs that charts show. */
  colours: ReadonlyMap<string, string>;
  /** The rows belong to the search before; the new ones are on their way. */
  stale: boolean;
  hasMore: boolean;
  onNeedMore: () => void;
  onOpen: (id: string) => void;
  onSort: (sort: Sort) => void;
  onTable: ChangeTable;
  onFilter: (column: Column) => void;
}

export function RunsTable(props: Props) {
  const { view, sort, selection, hasMore, onNeedMore, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [draft, setDraft] = useState<{ id: string; width: number }>();

  const columns = useMemo(
    () =>
      draft
        ? props.columns.map((each) => (each.id === draft.id ? { ...each, width: draft.width } : each))
        : props.columns,
    [props.columns, draft],
  );
  const runWidth = draft?.id === kRunColumn ? draft.width : runWidthOf(view);
  const measures = useMemo(() => measure(columns, runWidth), [columns, runWidth]);
  const rowCount = props.rows.length;
  const { rows, columns: span } = useWindow(scroller, { rowCount, rowHeight, ...measures });
  const aside = useAside(scroller);
  const { start, end } = span;
  const layout = useMemo(() => layoutOf(measures, runWidth, { start, end }), [measures, runWidth, start, end]);

  const ahead = rowCount > 100 ? kRowsAheadWhileScrolling : kRowsAhead;
  useEffect(() => {
    if (hasMore && rows.end > rowCount - ahead) onNeedMore();
  }, [hasMore, rows.end, rowCount, ahead, onNeedMore]);

  const runCount = useMemo(() => props.rows.reduce((sum, row) => sum + foldedRuns(row), 0), [props.rows]);
  const allSelected = runCount > 0 && selection.count >= runCount;
  const columnAt = (index: number): Column | undefined => [...measures.pinned, ...measures.scrolling][index - 1];
  const keys = useGridKeys({
    rows: rowCount,
    columns: columns.length + 1,
    rowHeight,
    scroller,
    reveal: (index) =>
      revealColumn(scroller.current, measures.offsets, index - 1 - measures.pinned.length, measures.pinnedWidth),
    onEnter: ({ row, column }) => {
      const entered = props.rows[row];
      if (entered?.kind === 'run') navigate(hrefs.run(entered.run.info.experiment_id, entered.id));
      else if (entered) props.onOpen(entered.id);
      else if (column === 0) onSort(nextSort(sort, kRunColumn));
      else {
        const sorted = columnAt(column);
        if (sorted?.searchable) onSort(nextSort(sort, sorted.id));
      }
    },
    onSpace: ({ row }, range) => {
      if (row >= 0) selection.toggle(row, range);
      else selection.setAll(!allSelected);
    },
    onMenu: ({ column }) => openMenu(scroller.current, column),
    onCopy: (at) => copyCell(at, props.rows, columnAt(at.column)),
    onFold: ({ row }, open) => {
      const folded = props.rows[row];
      if (!folded || !isFoldable(folded) || folded.open === open) return false;
      props.onOpen(folded.id);
      return true;
    },
  });

  const draftWidth = useCallback(
    (id: string, width: number | undefined) => setDraft(width === undefined ? undefined : { id, width }),
    [],
  );
  const { setActive } = keys;
  const activate = useCallback((row: number, column: number) => setActive({ row, column }), [setActive]);
  const { row: activeRow, column: activeColumn } = keys.active;
  const slots = useSlots(rows);
  const drawn = useDrawOrder(rows, slots);
  useRowsLoseFocus(scroller, rows.start);
  const inSight = activeRow === kHeaderRow || (activeRow >= rows.start && activeRow < rows.end);

  return (
    <div
      ref={scroller}
      role={props.folding ? 'treegrid' : 'grid'}
      aria-label="Runs"
      aria-rowcount={hasMore ? -1 : rowCount + kHeaderRows}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={inSight ? cellId(activeRow, activeColumn) : undefined}
      aria-busy={props.stale}
      tabIndex={0}
      className={classes(styles.scroller, aside && styles.aside, props.stale && styles.stale)}
      onKeyDown={keys.onKeyDown}
    >
      <TableHead
        layout={layout}
        columns={columns}
        view={view}
        sort={sort}
        allSelected={allSelected}
        someSelected={selection.count > 0}
        active={activeRow === kHeaderRow ? activeColumn : undefined}
        resizing={draft?.id}
        onSelectAll={selection.setAll}
        onSort={onSort}
        onTable={props.onTable}
        onFilter={props.onFilter}
        onDraftWidth={draftWidth}
      />
      <div role="rowgroup" className={styles.body} style={{ height: rowCount * rowHeight, width: layout.totalWidth }}>
        {drawn.map((index) => {
          const row = props.rows[index];
          if (!row) return null;
          const common = {
            index,
            top: index * rowHeight,
            layout,
            colour: props.colours.get(row.id),
            active: activeRow === index ? activeColumn : undefined,
            onSelect: selection.toggle,
            onOpen: props.onOpen,
            onActivate: activate,
          };
          if (row.kind === 'run') {
            return <TableRow key={`run ${index % slots}`} row={row} selected={selection.has(row.id)} {...common} />;
          }
          const selectedRuns = row.runs.filter((run) => selection.has(run.id)).length;
          return (
            <GroupTableRow
              key={`group ${index % slots}`}
              row={row}
              selected={false}
              selectedRuns={selectedRuns}
              {...common}
            />
          );
        })}
      </div>
      {hasMore && (
        <div className={styles.foot} aria-hidden="true">
          Loading more runs…
        </div>
      )}
    </div>
  );
}

/** Rows that leave on one side give their elements to those that come on the other: as many keys as rows are drawn. */
function useSlots({ start, end }: Span): number {
  const [slots, setSlots] = useState(1);
  if (end - start > slots) setSlots(end - start);
  return Math.max(slots, end - start);
}

/**
 * The rows to draw. At rest they stand in the document as on the screen, for who reads it. While the table scrolls, by
 * their slots: an element that is moved is laid out anew with all that is in it, one that stays only where its text is
 * another.
 */
function useDrawOrder({ start, end }: Span, slots: number): number[] {
  const [resting, setResting] = useState({ start, end });
  useEffect(() => {
    const timer = setTimeout(() => setResting({ start, end }), kRest);
    return () => clearTimeout(timer);
  }, [start, end]);
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
  if (resting.start === start && resting.end === end) return rows;
  return rows.sort((a, b) => (a % slots) - (b % slots));
}

/** What has the focus in a row would become another run's when the table scrolls: the table takes it. */
function useRowsLoseFocus(scroller: RefObject<HTMLElement | null>, firstRow: number): void {
  const before = useRef(firstRow);
  useEffect(() => {
    if (before.current === firstRow) return;
    before.current = firstRow;
    const focused = document.activeElement;
    if (focused?.closest('[aria-rowindex]') && scroller.current?.contains(focused) && !focused.closest('[data-head]')) {
      scroller.current.focus({ preventScroll: true });
    }
  }, [scroller, firstRow]);
}

function revealColumn(scroller: HTMLElement | null, offsets: readonly number[], at: number, pinnedWidth: number): void {
  if (!scroller || at < 0) return;
  const [left = 0, right = 0] = [offsets[at], offsets[at + 1]];
  const room = scroller.clientWidth - pinnedWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + room) scroller.scrollLeft = right - room;
}

function openMenu(scroller: HTMLElement | null, column: number): void {
  const header = scroller?.querySelector(`#${cellId(kHeaderRow, column)}`);
  header?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
}

function isFoldable(row: DisplayRow): boolean {
  return row.kind === 'group' || row.children > 0;
}

/** The runs that a row alone stands for: those of an open row have rows of their own. */
function foldedRuns(row: DisplayRow): number {
  if (row.kind === 'group') return row.open ? 0 : row.runs.length;
  return 1;
}

function copyCell({ row, column }: GridPosition, rows: readonly DisplayRow[], shown: Column | undefined): void {
  const copied = rows[row];
  if (copied?.kind !== 'run') return;
  const { run } = copied;
  const value = column === 0 || !shown ? run.info.run_name : cellValue(run, shown);
  if (value !== undefined) void navigator.clipboard.writeText(String(value));
}
