// The headings over columns that belong together.

import type { PlacedColumn } from './layout.ts';

export interface Heading {
  group: string;
  label: string;
  width: number;
  /** How many columns stand under it, and how many more are folded away. */
  columns: number;
  folded: number;
}

const kNames: Record<string, string> = {
  'metrics.': 'Metrics',
  'params.': 'Parameters',
  tags: 'Tags',
  attributes: 'Details',
};

function labelOf(group: string): string {
  return kNames[group] ?? group.slice(group.indexOf('.') + 1);
}

export function headingsOf(columns: readonly PlacedColumn[]): Heading[] {
  const headings: Heading[] = [];
  for (const { column } of columns) {
    const last = headings.at(-1);
    if (last?.group === column.group) {
      last.width += column.width;
      last.columns += 1;
      last.folded += column.folded;
    } else {
      const { group, width, folded } = column;
      headings.push({ group, label: labelOf(group), width, columns: 1, folded });
    }
  }
  return headings;
}
