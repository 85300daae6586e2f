import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { BarList } from '../charts/bar-list.tsx';
import { colourOf } from '../charts/colours.ts';
import styles from './plot.module.css';
import { numericValue } from './scale.ts';
import type { PlotSpec } from './spec.ts';

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'bar' }>;
}

/** A metric's last value of each run as a bar, the largest first. */
export function RunBars({ runs, spec }: Props) {
  const bars = useMemo(
    () =>
      runs.flatMap((run) => {
        const value = numericValue(run, spec.metric);
        return value === undefined
          ? []
          : [{ id: run.id, label: run.info.run_name || run.id, colour: colourOf(run), value }];
      }),
    [runs, spec.metric],
  );
  if (bars.length === 0) return <p className={styles.none}>None of these runs has it.</p>;
  return <BarList bars={bars} />;
}
