// Cells that are a text and nothing else: most of a table. Pure.

import type { Run } from '../../api/run.ts';
import { kAttributes } from '../column.ts';
import type { Column } from '../columns.ts';
import { formatNumber } from '../number.ts';

export interface PlainCell {
  text: string;
  /** The whole of it, where the text is cut or rounded. */
  title: string | undefined;
}

const kEmpty: PlainCell = { text: '', title: undefined };

// These follow the clock, ask the server or are drawn.
const kLively = new Set(['start_time', 'end_time', 'duration', 'experiment_id', 'status']);

/** Nothing where the cell is more than a text: see cell-content.tsx. */
export function plainCell(run: Run, { kind, key, curve, statistic }: Column): PlainCell | undefined {
  switch (kind) {
    case 'metrics': {
      if (curve || statistic.kind !== 'last') return undefined;
      const metric = run.metrics.get(key);
      return metric ? { text: formatNumber(metric.value), title: `${metric.value} at step ${metric.step}` } : kEmpty;
    }
    case 'params':
      return plain(run.params.get(key));
    case 'tags':
      return plain(run.tags.get(key));
    case 'attributes':
      return kLively.has(key) ? undefined : plain(kAttributes[key]?.value(run));
  }
}

function plain(value: string | number | undefined): PlainCell {
  if (value === undefined) return kEmpty;
  const text = String(value);
  return { text, title: text };
}

const kPadding = 20;
// No letter of the alphabets before these is wider; digits are narrower, and numbers are what tables are full of.
const kWidestLetter = 13;
const kWidestDigit = 8.2;
const kNumber = /^[-\d.e+]*$/;
const kNarrowScripts = /^[\u0020-\u024f]*$/;

/** Whether the text surely needs no cutting off, which costs the browser more than the text itself. */
export function fits(text: string, width: number): boolean {
  const room = width - kPadding;
  if (text.length * kWidestDigit <= room && kNumber.test(text)) return true;
  return text.length * kWidestLetter <= room && kNarrowScripts.test(text);
}
