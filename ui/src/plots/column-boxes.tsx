import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { kPalette } from '../charts/colours.ts';
import { columnName } from '../runs/column.ts';
import { BoxPlot } from './box-plot.tsx';
import { type Box, boxOf } from './boxes.ts';
import styles from './plot.module.css';
import { numericValue, rawValue } from './scale.ts';
import type { PlotSpec } from './spec.ts';

const natural = new Intl.Collator('en', { numeric: true });
const kMostBoxes = 40;

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'box' }>;
}

/** A metric's last values in boxes, one for each value of a parameter. */
export function ColumnBoxes({ runs, spec }: Props) {
  const boxes = useMemo(() => boxesBy(runs, spec.metric, spec.by), [runs, spec.metric, spec.by]);
  if (boxes.length === 0) return <p className={styles.none}>None of these runs has it.</p>;
  const name = (id: string) => columnName(id)?.key ?? id;
  return (
    <BoxPlot
      label={spec.by ? `${name(spec.metric)} for each ${name(spec.by)}` : name(spec.metric)}
      boxes={boxes}
      colourOf={(_, index) => kPalette[index % kPalette.length] ?? kPalette[0]}
    />
  );
}

function boxesBy(runs: readonly Run[], metric: string, by: string): Box[] {
  const groups = new Map<string, number[]>();
  for (const run of runs) {
    const value = numericValue(run, metric);
    if (value === undefined) continue;
    const group = by ? String(rawValue(run, by) ?? '(none)') : 'all runs';
    const values = groups.get(group);
    if (values) values.push(value);
    else groups.set(group, [value]);
  }
  return [...groups]
    .sort(([a], [b]) => natural.compare(a, b))
    .slice(0, kMostBoxes)
    .flatMap(([label, values]) => boxOf(label, values) ?? []);
}
