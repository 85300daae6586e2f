// The runs table as it first stands on the screen: plain elements with the classes of the program's own, which takes
// their place when it is there. Their links lead on already; all else waits for the program.

import type { Run } from '../api/run.ts';
import { hrefs } from '../router/routes.ts';
import { catalogueOf } from '../runs/catalogue.ts';
import { columnsOf } from '../runs/columns.ts';
import { displayRows, isNested, type RunRow } from '../runs/rows.ts';
import { headingsOf } from '../runs/table/groups.ts';
import {
  kHeaderRows,
  kIndent,
  type Layout,
  layoutOf,
  measure,
  type PlacedColumn,
  runWidthOf,
} from '../runs/table/layout.ts';
import { fits } from '../runs/table/plain-cell.ts';
import statusStyles from '../runs/table/run-status.module.css';
import styles from '../runs/table/runs-table.module.css';
import { statusPicture, statusShape } from '../runs/table/status-shapes.ts';
import { firstWindow } from '../runs/table/window.ts';
import type { ExperimentView } from '../runs/view.ts';
import { keptTimeForm } from '../state/time-form.ts';
import { classes } from '../ui/classes.ts';
import { element } from './element.ts';
import { firstText } from './first-text.ts';

/** Draws the runs that can be seen where `height` is left for them. */
export function firstTable(runs: readonly Run[], view: ExperimentView, rowHeight: number, height: number): Element {
  const catalogue = catalogueOf([runs]);
  const runWidth = runWidthOf(view.table);
  const measures = measure(columnsOf(catalogue, view.table), runWidth);
  const span = firstWindow(window.innerWidth - measures.pinnedWidth, height, rowHeight, measures.offsets);
  const layout = layoutOf(measures, runWidth, span.columns);
  const rows = displayRows([runs], { groupBy: [], nested: isNested(view), open: new Set() });
  const now = Date.now();
  const drawn = rows.slice(0, span.rows.end).map((row, at) => rowOf(row as RunRow, at, rowHeight, layout, now));
  const body = { role: 'rowgroup', class: styles.body, style: sized(layout.totalWidth, rows.length * rowHeight) };
  return element('div', { role: 'grid', 'aria-label': 'Runs', 'aria-busy': 'true', class: styles.scroller }, [
    headOf(layout),
    element('div', body, drawn),
  ]);
}

const sized = (width: number, height?: number) =>
  `width:${width}px${height === undefined ? '' : `;height:${height}px`}`;

function spaceOf(width: number): Element {
  return element('span', { class: styles.space, style: sized(width) });
}

function headOf(layout: Layout): Element {
  const pinned = layout.pinned.reduce((sum, { style }) => sum + style.width, layout.runWidth);
  const groups = [
    element('span', { class: classes(styles.group, styles.pinned), style: sized(pinned) }),
    ...headingsOf(layout.inSight).map(({ label, width }) =>
      element('span', { class: classes(styles.group, styles.groupStart), style: sized(width) }, [
        element('span', { class: styles.groupLabel }, [label]),
      ]),
    ),
  ];
  const labelOf = (label: string, width: number, more?: string | false) =>
    element('div', { role: 'columnheader', class: classes(styles.label, more), style: sized(width) }, [
      element('span', { class: styles.sortButton }, [element('span', { class: styles.labelText }, [label])]),
    ]);
  const columns = [...layout.pinned, ...layout.inSight];
  return element('div', { role: 'rowgroup', class: styles.head, style: sized(layout.totalWidth) }, [
    element('div', { class: styles.groups, 'aria-hidden': 'true' }, groups),
    element('div', { role: 'row', class: styles.labels }, [
      labelOf('Run', layout.runWidth, styles.run),
      ...columns.map(({ column, style }) => labelOf(column.label, style.width, column.numeric && styles.numeric)),
    ]),
  ]);
}

function rowOf(row: RunRow, index: number, rowHeight: number, layout: Layout, now: number): Element {
  const deleted = row.run.info.lifecycle_stage === 'deleted' && styles.deleted;
  const cells = [...layout.pinned, ...layout.inSight].map((placed) => cellOf(row.run, placed, now));
  const place = `top:${index * rowHeight}px;${sized(layout.totalWidth)}`;
  const about = { role: 'row', 'aria-rowindex': index + 1 + kHeaderRows, class: classes(styles.row, deleted) };
  return element('div', { ...about, style: place }, [runCellOf(row, layout.runWidth), ...cells]);
}

function cellOf(run: Run, { column, style }: PlacedColumn, now: number): Element {
  const text = firstText(run, column, now, keptTimeForm());
  const looks = [column.numeric && styles.numeric, !fits(text, column.width) && styles.clip];
  return element('div', { role: 'gridcell', class: classes(styles.cell, ...looks), style: sized(style.width) }, [text]);
}

function runCellOf({ run, depth, children }: RunRow, width: number): Element {
  const name = run.info.run_name || run.id;
  return element('div', { role: 'rowheader', class: classes(styles.cell, styles.run), style: sized(width) }, [
    element('input', { type: 'checkbox', disabled: '', 'aria-label': `Select ${name}` }),
    depth > 0 && spaceOf(depth * kIndent),
    children > 0 && element('span', { class: styles.openButton }),
    statusOf(run),
    element('a', { href: hrefs.run(run.info.experiment_id, run.id), title: name, class: styles.name }, [name]),
    children > 0 && element('span', { class: styles.members }, [String(children)]),
  ]);
}

function statusOf(run: Run): Element {
  const { status } = run.info;
  const { label, path } = statusShape(status);
  const picture = statusPicture(status);
  if (picture) {
    return element('span', { class: classes(statusStyles.picture, picture), role: 'img', 'aria-label': label });
  }
  const look = classes(statusStyles.status, statusStyles[status.toLowerCase()]);
  return element('span', { class: look, role: 'img', 'aria-label': label }, [
    element('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, [element('path', { d: path })]),
  ]);
}
