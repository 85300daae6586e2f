import { useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { columnName } from '../runs/column.ts';
import styles from './plot.module.css';
import { colouring } from './run-colour.ts';
import { RunTip } from './run-tip.tsx';
import { scaleOf } from './scale.ts';
import type { PlotSpec } from './spec.ts';
import { useSize } from './use-size.ts';

const kSide = 60;
const kTop = 24;
const kBottom = 12;

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'parallel' }>;
}

/** Each run is a line through its values, one axis a column. */
export function ParallelPlot({ runs, spec }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [hovered, setHovered] = useState<Run>();
  const axes = useMemo(() => spec.axes.map((id) => ({ id, ...scaleOf(runs, id) })), [runs, spec.axes]);
  const colour = useMemo(() => colouring(runs, spec.colour), [runs, spec.colour]);
  const x = (index: number) => kSide + (index * (width - 2 * kSide)) / Math.max(1, axes.length - 1);
  const y = (at: number) => height - kBottom - at * (height - kTop - kBottom);

  const pathOf = (run: Run) => {
    const points = axes.flatMap(({ place }, index) => {
      const at = place(run);
      return at === undefined ? [] : [`${x(index).toFixed(1)} ${y(at).toFixed(1)}`];
    });
    return points.length > 1 ? `M${points.join('L')}` : undefined;
  };
  // The line under the pointer is drawn last, over the others.
  const ordered = hovered ? [...runs.filter((run) => run !== hovered), hovered] : runs;
  return (
    <div ref={frame} className={styles.frame}>
      <svg className={styles.plot} width={width} height={height} role="img" aria-label="Parallel coordinates">
        {ordered.map((run) => {
          const path = pathOf(run);
          return (
            path && (
              // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the table has the link
              <path
                key={run.id}
                d={path}
                style={{ stroke: colour(run) }}
                className={styles.line}
                data-faint={(hovered && hovered !== run) || undefined}
                onMouseEnter={() => setHovered(run)}
                onMouseLeave={() => setHovered(undefined)}
                onClick={() => navigate(hrefs.run(run.info.experiment_id, run.id))}
              />
            )
          );
        })}
        {axes.map(({ id, ticks }, index) => (
          <g key={id} transform={`translate(${x(index)} 0)`} className={styles.axis}>
            <line y1={kTop} y2={height - kBottom} />
            <text y={12} textAnchor="middle" className={styles.axisName}>
              {columnName(id)?.key ?? id}
            </text>
            {ticks.map(({ at, label }) => (
              <text key={label} x={-5} y={y(at)} dy="0.32em" textAnchor="end">
                {label}
              </text>
            ))}
          </g>
        ))}
      </svg>
      {hovered && <RunTip run={hovered} columns={spec.axes} />}
    </div>
  );
}
