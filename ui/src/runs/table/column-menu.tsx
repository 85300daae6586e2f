import { useState } from 'react';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { Column } from '../columns.ts';
import type { Sort } from '../view.ts';
import styles from './runs-table.module.css';
import { StepDialog } from './step-dialog.tsx';
import { type ChangeTable, foldGroup, moveBy, pin, resize, show, showCurve, showStatistic } from './table-state.ts';

const kWidthStep = 40;

interface Props {
  column: Column;
  columns: readonly Column[];
  folded: boolean;
  onSort: (sort: Sort) => void;
  onTable: ChangeTable;
  onFilter: (column: Column) => void;
}

const kValues = [
  ['last', 'Last value'],
  ['max', 'Greatest value'],
  ['min', 'Smallest value'],
  ['mean', 'Mean'],
] as const;

/** What a metric's column shows of each run. */
function valueItems({ id, statistic, curve }: Column, onTable: ChangeTable, onStep: () => void): MenuItem[] {
  return [
    ...kValues.map(([kind, label], index) => ({
      label,
      checked: statistic.kind === kind,
      separated: index === 0,
      onSelect: () => onTable(showStatistic(id, { kind })),
    })),
    {
      label: statistic.kind === 'step' ? `Value at step ${statistic.step}` : 'Value at a step…',
      checked: statistic.kind === 'step',
      onSelect: onStep,
    },
    {
      label: 'Curve beside the value',
      checked: curve,
      separated: true,
      onSelect: () => onTable(showCurve(id, !curve)),
    },
  ];
}

/** All that a column's header can do by dragging and clicking, in words. */
export function ColumnMenu({ column, columns, folded, onSort, onTable, onFilter }: Props) {
  const { id, label, group, pinned } = column;
  const [asking, setAsking] = useState(false);
  const onStep = () => setAsking(true);
  const sorting: MenuItem[] = [
    { label: 'Sort ascending', icon: 'arrowUp', onSelect: () => onSort({ column: id, ascending: true }) },
    { label: 'Sort descending', icon: 'arrowDown', onSelect: () => onSort({ column: id, ascending: false }) },
    { label: 'Filter by this', icon: 'filter', onSelect: () => onFilter(column) },
  ];
  const items: MenuItem[] = [
    ...(column.searchable ? sorting : []),
    {
      label: pinned ? 'Unpin' : 'Pin to the left',
      icon: 'pin',
      separated: column.searchable,
      onSelect: () => onTable(pin(id, !pinned)),
    },
    { label: 'Move left', onSelect: () => onTable(moveBy(columns, id, -1)) },
    { label: 'Move right', onSelect: () => onTable(moveBy(columns, id, 1)) },
    { label: 'Wider', onSelect: () => onTable(resize(id, column.width + kWidthStep)) },
    { label: 'Narrower', onSelect: () => onTable(resize(id, column.width - kWidthStep)) },
    ...(column.kind === 'metrics' ? valueItems(column, onTable, onStep) : []),
    {
      label: folded ? 'Unfold the group' : 'Fold the group',
      separated: true,
      onSelect: () => onTable(foldGroup(group, !folded)),
    },
    { label: 'Hide', icon: 'eyeOff', onSelect: () => onTable(show(id, false)) },
  ];
  return (
    <>
      <Menu
        look="plain"
        icon="down"
        iconOnly
        align="end"
        label={`Column ${label}`}
        buttonClassName={styles.menu}
        tabIndex={-1}
        items={items}
      />
      {asking && (
        <StepDialog
          metric={column.key}
          onStep={(step) => onTable(showStatistic(id, { kind: 'step', step }))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
