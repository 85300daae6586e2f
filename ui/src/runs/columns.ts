// The columns of the runs table in their order: what tells the runs apart first, metrics before parameters, until the
// reader moves them. Pure: a catalogue of keys and the reader's choices in, columns out.

import { type Catalogue, type KeySummary, tellsApart } from './catalogue.ts';
import { type ColumnKind, canSearch, columnId, kAttributes } from './column.ts';
import { readStatistic, type Statistic } from './statistic.ts';
import type { TableView } from './view.ts';

export interface Column {
  id: string;
  kind: ColumnKind;
  key: string;
  label: string;
  /** Columns side by side with the same group stand under one heading. */
  group: string;
  width: number;
  pinned: boolean;
  numeric: boolean;
  searchable: boolean;
  /** Whether a metric's curve stands beside its value. */
  curve: boolean;
  /** Which of a metric's values is shown. */
  statistic: Statistic;
  /** What a group shows of a metric: its reach, or mean and deviation. */
  groupRange: boolean;
  /** How many columns of its group are folded behind this one. */
  folded: number;
}

export interface ColumnChoice extends KeySummary {
  id: string;
  label: string;
  visible: boolean;
}

const kMinWidth = 56;
const kMaxWidth = 640;
const kCharWidth = 7.2;
const kMetricWidth = 96;
const kSpreadWidth = 56;
const kCurveWidth = 72;

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** "val/" of "val/loss": metrics that share it belong together. */
function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

export function groupOf(kind: ColumnKind, key: string): string {
  return kind === 'attributes' || kind === 'tags' ? kind : `${kind}.${prefixOf(key)}`;
}

const kKindOrder: Record<ColumnKind, number> = { metrics: 0, params: 1, tags: 2, attributes: 3 };

function usuallyShown(summary: KeySummary): boolean {
  if (summary.kind === 'attributes') return kAttributes[summary.key]?.shown ?? false;
  return summary.kind !== 'tags' && !summary.key.startsWith('system/');
}

/**
 * All that could be a column, in the order in which it would be. `first` sums up the first page: it alone decides the
 * order, so that columns do not jump while more pages arrive.
 */
function ordered(catalogue: Catalogue, first: Catalogue): KeySummary[] {
  const all = [...catalogue.keys.values()];
  for (const key of Object.keys(kAttributes)) {
    all.push({ kind: 'attributes', key, count: catalogue.runs, value: '', differs: true, length: 0 });
  }
  const apart = (summary: KeySummary) => {
    const known = first.keys.get(columnId(summary.kind, summary.key));
    if (!known) return summary.kind === 'attributes' ? 0 : 2;
    return tellsApart(known, first.runs) ? 0 : 1;
  };
  // A group stands where the best of its columns would.
  const groups = new Map<string, number>();
  for (const summary of all) {
    const group = groupOf(summary.kind, summary.key);
    groups.set(group, Math.min(groups.get(group) ?? 2, apart(summary)));
  }
  const rank = (summary: KeySummary) => groups.get(groupOf(summary.kind, summary.key)) ?? 2;
  return all.sort((a, b) => {
    if (a.kind !== b.kind) return kKindOrder[a.kind] - kKindOrder[b.kind];
    if (a.kind === 'attributes') return 0;
    const [groupA, groupB] = [groupOf(a.kind, a.key), groupOf(b.kind, b.key)];
    if (groupA !== groupB) return rank(a) - rank(b) || natural.compare(groupA, groupB);
    return apart(a) - apart(b) || natural.compare(a.key, b.key);
  });
}

function usualWidth(summary: KeySummary, label: string, view: TableView): number {
  if (summary.kind === 'attributes') return kAttributes[summary.key]?.width ?? kMetricWidth;
  const characters = Math.max(label.length + 2, summary.length);
  const width = Math.round(characters * kCharWidth + 24);
  if (summary.kind !== 'metrics') return Math.min(220, Math.max(kMetricWidth, width));
  // Beside the mean stands the deviation, beside the value its curve.
  const spread = view.groupBy.length > 0 ? kSpreadWidth : 0;
  const curve = view.curves.includes(columnId(summary.kind, summary.key)) ? kCurveWidth : 0;
  return Math.min(150, Math.max(kMetricWidth, width)) + Math.max(spread, curve);
}

export function clampWidth(width: number): number {
  return Math.max(kMinWidth, Math.min(kMaxWidth, Math.round(width)));
}

function isVisible(summary: KeySummary, catalogue: Catalogue, view: TableView): boolean {
  const chosen = view.shown[columnId(summary.kind, summary.key)];
  if (chosen !== undefined) return chosen;
  if (view.onlyDiffering && summary.kind !== 'attributes' && !tellsApart(summary, catalogue.runs)) return false;
  return usuallyShown(summary);
}

/** Every column that there could be, for the chooser. */
export function columnChoices(catalogue: Catalogue, view: TableView, first = catalogue): ColumnChoice[] {
  return ordered(catalogue, first).map((summary) => ({
    ...summary,
    id: columnId(summary.kind, summary.key),
    label: summary.kind === 'attributes' ? (kAttributes[summary.key]?.label ?? summary.key) : summary.key,
    visible: isVisible(summary, catalogue, view),
  }));
}

/** Moved columns keep the places of moved columns among themselves; the others stay where they are usually. */
function withMoves(columns: Column[], order: string[]): Column[] {
  const moved = new Map(order.map((id, index) => [id, index]));
  const inOrder = columns
    .filter((column) => moved.has(column.id))
    .sort((a, b) => (moved.get(a.id) ?? 0) - (moved.get(b.id) ?? 0));
  let next = 0;
  return columns.map((column) => (moved.has(column.id) ? (inOrder[next++] ?? column) : column));
}

function fold(columns: Column[], folded: readonly string[]): Column[] {
  const kept: Column[] = [];
  for (const column of columns) {
    const last = kept.at(-1);
    if (last && last.group === column.group && last.pinned === column.pinned && folded.includes(column.group)) {
      last.folded += 1;
    } else {
      kept.push(column);
    }
  }
  return kept;
}

export function columnsOf(catalogue: Catalogue, view: TableView, first = catalogue): Column[] {
  const columns = ordered(catalogue, first)
    .filter((summary) => isVisible(summary, catalogue, view))
    .map((summary): Column => {
      const { kind, key } = summary;
      const id = columnId(kind, key);
      const label = kind === 'attributes' ? (kAttributes[key]?.label ?? key) : key.slice(prefixOf(key).length) || key;
      return {
        id,
        kind,
        key,
        label,
        group: groupOf(kind, key),
        width: clampWidth(view.widths[id] ?? usualWidth(summary, label, view)),
        pinned: view.pinned.includes(id),
        numeric: kind === 'metrics' || (kind === 'params' && !Number.isNaN(Number(summary.value))),
        searchable: canSearch({ kind, key }),
        curve: view.curves.includes(id),
        statistic: readStatistic(view.statistics[id]),
        groupRange: view.groupRange,
        folded: 0,
      };
    });
  const moved = withMoves(columns, view.order);
  return fold([...moved.filter((column) => column.pinned), ...moved.filter((column) => !column.pinned)], view.folded);
}

/** The order to keep after `id` was dropped before `before` (or at the end). */
export function orderAfterMove(columns: readonly Column[], id: string, before: string | undefined): string[] {
  if (before === id) return columns.map((column) => column.id);
  const ids = columns.map((column) => column.id).filter((each) => each !== id);
  const at = before === undefined ? ids.length : ids.indexOf(before);
  ids.splice(at < 0 ? ids.length : at, 0, id);
  return ids;
}
