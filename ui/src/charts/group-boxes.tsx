import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { BoxPlot } from '../plots/box-plot.tsx';
import { boxOf } from '../plots/boxes.ts';
import { kPalette } from './colours.ts';
import type { Grouping } from './grouping.ts';

interface Props {
  runs: readonly Run[];
  metric: string;
  grouping: Grouping;
}

/** The last values of each group's runs as a box. */
export function GroupBoxes({ runs, metric, grouping }: Props) {
  const boxes = useMemo(() => {
    const groups = new Map<string, number[]>();
    for (const run of runs) {
      const value = run.metrics.get(metric)?.value;
      if (value === undefined) continue;
      const group = grouping.groupOf(run);
      const values = groups.get(group);
      if (values) values.push(value);
      else groups.set(group, [value]);
    }
    return [...groups].flatMap(([group, values]) => {
      const box = boxOf(grouping.shortName(group), values);
      return box ? [{ box, colour: grouping.colours.get(group) ?? kPalette[0] }] : [];
    });
  }, [runs, metric, grouping]);
  if (boxes.length === 0) return <p>None of these runs has a number.</p>;
  return (
    <BoxPlot
      label={`${metric} of ${boxes.length} groups`}
      boxes={boxes.map(({ box }) => box)}
      colourOf={(_, index) => boxes[index]?.colour ?? kPalette[0]}
    />
  );
}
