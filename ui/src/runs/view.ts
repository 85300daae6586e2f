// How an experiment is looked at: filter, order, columns. All of it is in the address, so that a link shows the same
// thing; what MLflow's address has a name for goes by that name. Only what differs from the usual is written.

import type { ViewType } from '../api/types.ts';
import { type ChartSettings, kUsualCharts, readCharts, writeCharts } from '../charts/settings.ts';

export type LifecycleFilter = 'Active' | 'Deleted' | 'All';
export type Panes = 'table' | 'both' | 'charts';

export interface Sort {
  /** A column's id, or "attributes.run_name". */
  column: string;
  ascending: boolean;
}

export interface TableView {
  /** What the reader chose to see or not to see, by column id; the rest is as usual. */
  shown: Record<string, boolean>;
  /** Columns that were moved, in their order. */
  order: string[];
  pinned: string[];
  widths: Record<string, number>;
  /** Groups shown by their first column only. */
  folded: string[];
  /** Hide columns that are equal in all loaded runs. */
  onlyDiffering: boolean;
  /** Columns by whose values the runs are grouped. */
  groupBy: string[];
  /** Groups show from where to where their values reach, instead of mean and deviation. */
  groupRange: boolean;
  /** Child runs stand in the list like all others. */
  flat: boolean;
  /** Metric columns that show the curve beside the value. */
  curves: string[];
  /** Metric columns that show another value than the last: see statistic.ts. */
  statistics: Record<string, string>;
}

export interface ExperimentView {
  filter: string;
  lifecycle: LifecycleFilter;
  sort: Sort;
  panes: Panes;
  table: TableView;
  charts: ChartSettings;
}

export const kUsualTable: TableView = {
  shown: {},
  order: [],
  pinned: [],
  widths: {},
  folded: [],
  onlyDiffering: false,
  groupBy: [],
  groupRange: false,
  flat: false,
  curves: [],
  statistics: {},
};

export const kUsualView: ExperimentView = {
  filter: '',
  lifecycle: 'Active',
  sort: { column: 'attributes.start_time', ascending: false },
  panes: 'table',
  table: kUsualTable,
  charts: kUsualCharts,
};

export const kViewTypes: Record<LifecycleFilter, ViewType> = {
  Active: 'ACTIVE_ONLY',
  Deleted: 'DELETED_ONLY',
  All: 'ALL',
};

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === false;
}

export function writeView(view: ExperimentView): URLSearchParams {
  const query = new URLSearchParams();
  if (view.filter) query.set('searchFilter', view.filter);
  if (view.sort.column !== kUsualView.sort.column || view.sort.ascending !== kUsualView.sort.ascending) {
    query.set('orderByKey', view.sort.column);
    query.set('orderByAsc', String(view.sort.ascending));
  }
  if (view.lifecycle !== kUsualView.lifecycle) query.set('lifecycleFilter', view.lifecycle);
  if (view.panes !== kUsualView.panes) query.set('panes', view.panes);
  const table = Object.entries(view.table).filter(([, value]) => !isEmpty(value));
  if (table.length > 0) query.set('table', JSON.stringify(Object.fromEntries(table)));
  const charts = writeCharts(view.charts);
  if (charts) query.set('charts', charts);
  return query;
}

function oneOf<T extends string>(value: string | null, known: readonly T[], usual: T): T {
  return known.find((each) => each === value) ?? usual;
}

// An address may be typed, shortened or old: what does not have the right shape counts as absent.
function readTable(text: string | null): TableView {
  if (!text) return kUsualTable;
  let raw: Partial<Record<keyof TableView, unknown>>;
  try {
    raw = JSON.parse(text) ?? {};
  } catch {
    return kUsualTable;
  }
  return {
    shown: recordOf(raw.shown, isBoolean),
    order: stringsOf(raw.order),
    pinned: stringsOf(raw.pinned),
    widths: recordOf(raw.widths, isNumber),
    folded: stringsOf(raw.folded),
    onlyDiffering: raw.onlyDiffering === true,
    groupBy: stringsOf(raw.groupBy),
    groupRange: raw.groupRange === true,
    flat: raw.flat === true,
    curves: stringsOf(raw.curves),
    statistics: recordOf(raw.statistics, isString),
  };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

function recordOf<T>(value: unknown, is: (each: unknown) => each is T): Record<string, T> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => is(entry[1])));
}

export function readView(query: URLSearchParams): ExperimentView {
  const column = query.get('orderByKey');
  return {
    filter: query.get('searchFilter') ?? '',
    lifecycle: oneOf(query.get('lifecycleFilter'), ['Active', 'Deleted', 'All'], 'Active'),
    sort: column ? { column, ascending: query.get('orderByAsc') === 'true' } : kUsualView.sort,
    panes: oneOf(query.get('panes'), ['table', 'both', 'charts'], 'table'),
    table: readTable(query.get('table')),
    charts: readCharts(query.get('charts')),
  };
}
