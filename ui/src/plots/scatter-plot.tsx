import { useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import { navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import styles from './plot.module.css';
import { colouring } from './run-colour.ts';
import { RunTip } from './run-tip.tsx';
import { scaleOf } from './scale.ts';
import type { PlotSpec } from './spec.ts';
import { useSize } from './use-size.ts';

const kLeft = 56;
const kRight = 14;
const kTop = 8;
const kBottom = 26;
const kRadius = 4;
const kAir = 0.03;

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'scatter' }>;
}

/** Each run is a point. */
export function ScatterPlot({ runs, spec }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [hovered, setHovered] = useState<Run>();
  const xScale = useMemo(() => scaleOf(runs, spec.x), [runs, spec.x]);
  const yScale = useMemo(() => scaleOf(runs, spec.y), [runs, spec.y]);
  const colour = useMemo(() => colouring(runs, spec.colour), [runs, spec.colour]);
  const x = (at: number) => kLeft + inner(at) * (width - kLeft - kRight);
  const y = (at: number) => height - kBottom - inner(at) * (height - kTop - kBottom);

  return (
    <div ref={frame} className={styles.frame}>
      <svg className={styles.plot} width={width} height={height} role="img" aria-label={`${spec.y} over ${spec.x}`}>
        {yScale.ticks.map(({ at, label }) => (
          <g key={label} transform={`translate(0 ${y(at)})`}>
            <line x1={kLeft} x2={width - kRight} className={styles.grid} />
            <text x={kLeft - 6} dy="0.32em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {xScale.ticks.map(({ at, label }) => (
          <g key={label} transform={`translate(${x(at)} 0)`}>
            <line y1={kTop} y2={height - kBottom} className={styles.grid} />
            <text y={height - 8} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {runs.map((run) => {
          const [px, py] = [xScale.place(run), yScale.place(run)];
          if (px === undefined || py === undefined) return null;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the table has the link
            <circle
              key={run.id}
              cx={x(px)}
              cy={y(py)}
              r={run === hovered ? kRadius + 2 : kRadius}
              style={{ fill: colour(run) }}
              className={styles.point}
              onMouseEnter={() => setHovered(run)}
              onMouseLeave={() => setHovered(undefined)}
              onClick={() => navigate(hrefs.run(run.info.experiment_id, run.id))}
            />
          );
        })}
      </svg>
      {hovered && <RunTip run={hovered} columns={[spec.x, spec.y, spec.colour]} />}
    </div>
  );
}

// The outermost points keep away from the edge.
function inner(at: number): number {
  return kAir + at * (1 - 2 * kAir);
}
