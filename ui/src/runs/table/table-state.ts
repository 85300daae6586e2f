// Changes to the table's view that the header, its menus and the column chooser share.

import { type Column, clampWidth, orderAfterMove } from '../columns.ts';
import { type Statistic, writeStatistic } from '../statistic.ts';
import type { Sort, TableView } from '../view.ts';

export type ChangeTable = (change: (view: TableView) => TableView) => void;

function without(list: readonly string[], id: string): string[] {
  return list.filter((each) => each !== id);
}

export function show(id: string, visible: boolean) {
  return (view: TableView): TableView => ({ ...view, shown: { ...view.shown, [id]: visible } });
}

export function pin(id: string, pinned: boolean) {
  return (view: TableView): TableView => ({
    ...view,
    pinned: pinned ? [...without(view.pinned, id), id] : without(view.pinned, id),
  });
}

/** No width: as wide as its content asks for. */
export function resize(id: string, width: number | undefined) {
  return (view: TableView): TableView => {
    const { [id]: _, ...widths } = view.widths;
    return { ...view, widths: width === undefined ? widths : { ...widths, [id]: clampWidth(width) } };
  };
}

export function foldGroup(group: string, folded: boolean) {
  return (view: TableView): TableView => ({
    ...view,
    folded: folded ? [...without(view.folded, group), group] : without(view.folded, group),
  });
}

export function showCurve(id: string, shown: boolean) {
  return (view: TableView): TableView => ({
    ...view,
    curves: shown ? [...without(view.curves, id), id] : without(view.curves, id),
  });
}

export function showStatistic(id: string, statistic: Statistic) {
  return (view: TableView): TableView => {
    const { [id]: _, ...others } = view.statistics;
    const text = writeStatistic(statistic);
    return { ...view, statistics: text === undefined ? others : { ...others, [id]: text } };
  };
}

export function moveBefore(columns: readonly Column[], id: string, before: string | undefined) {
  return (view: TableView): TableView => ({ ...view, order: orderAfterMove(columns, id, before) });
}

export function moveBy(columns: readonly Column[], id: string, places: number) {
  const at = columns.findIndex((column) => column.id === id);
  // Taking the column out shifts those behind it by one.
  const target = places > 0 ? at + places + 1 : at + places;
  return moveBefore(columns, id, columns[Math.max(0, target)]?.id);
}

/** The first click on a column sorts it downwards: the largest metric and the newest run are what one looks for. */
export function nextSort(sort: Sort, column: string): Sort {
  return sort.column === column ? { column, ascending: !sort.ascending } : { column, ascending: false };
}
