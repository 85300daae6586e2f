// What stands in a cell of the first rows. Pure.

import { isLive, type Run } from '../api/run.ts';
import { durationOf } from '../runs/column.ts';
import type { Column } from '../runs/columns.ts';
import { formatNumber } from '../runs/number.ts';
import { plainCell } from '../runs/table/plain-cell.ts';
import { statusShape } from '../runs/table/status-shapes.ts';
import { duration, relativeTime, shortTime } from '../state/time.ts';
import type { TimeForm } from '../state/time-form.ts';

/** The cell's text as the program will write it; nothing where it has to ask the server first. */
export function firstText(run: Run, column: Column, now: number, times: TimeForm): string {
  const plain = plainCell(run, column);
  if (plain) return plain.text;
  if (column.kind === 'metrics') {
    const metric = run.metrics.get(column.key);
    return metric && column.statistic.kind === 'last' ? formatNumber(metric.value) : '';
  }
  switch (column.key) {
    case 'start_time':
    case 'end_time': {
      const at = run.info[column.key];
      if (!at) return '–';
      return times === 'relative' ? relativeTime(at, now) : shortTime(at);
    }
    case 'duration': {
      const took = durationOf(run, isLive(run.info) ? now : 0);
      return took === undefined ? '' : duration(took);
    }
    case 'status':
      return statusShape(run.info.status).label;
    default:
      return '';
  }
}
