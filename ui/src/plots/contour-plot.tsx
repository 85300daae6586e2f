import { useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import { formatNumber } from '../runs/number.ts';
import { levelLines, type Sample, surfaceOf } from './contour.ts';
import styles from './plot.module.css';
import { warmth } from './run-colour.ts';
import { RunTip } from './run-tip.tsx';
import { numericValue, scaleOf } from './scale.ts';
import type { PlotSpec } from './spec.ts';
import { useSize } from './use-size.ts';

const kLeft = 56;
const kRight = 72;
const kTop = 8;
const kBottom = 26;
const kColumns = 56;
const kRows = 40;
const kLevels = 9;
const kRadius = 3;
const kFewest = 3;

interface Props {
  runs: readonly Run[];
  spec: Extract<PlotSpec, { kind: 'contour' }>;
}

interface Placed extends Sample {
  run: Run;
}

/** A metric's height over two columns, between the runs that tried them. */
export function ContourPlot({ runs, spec }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [hovered, setHovered] = useState<Run>();
  const xScale = useMemo(() => scaleOf(runs, spec.x), [runs, spec.x]);
  const yScale = useMemo(() => scaleOf(runs, spec.y), [runs, spec.y]);
  const found = useMemo(() => {
    const samples = runs.flatMap((run): Placed[] => {
      const [x, y, value] = [xScale.place(run), yScale.place(run), numericValue(run, spec.z)];
      return x === undefined || y === undefined || value === undefined ? [] : [{ run, x, y, value }];
    });
    return samples.length < kFewest ? undefined : drawn(samples);
  }, [runs, xScale, yScale, spec.z]);
  if (!found) return <p className={styles.none}>Fewer than three runs have all of the three.</p>;

  const x = (at: number) => kLeft + at * (width - kLeft - kRight);
  const y = (at: number) => height - kBottom - at * (height - kTop - kBottom);
  const [cellWidth, cellHeight] = [(x(1) - x(0)) / kColumns, (y(0) - y(1)) / kRows];
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        className={styles.plot}
        width={width}
        height={height}
        role="img"
        aria-label={`${spec.z} over ${spec.x} and ${spec.y}`}
      >
        {width > 0 &&
          found.strips.map(({ column, row, cells, level }) => (
            <rect
              key={`${column} ${row}`}
              x={x(0) + column * cellWidth}
              y={y(0) - (row + 1) * cellHeight}
              // A hair more, against seams.
              width={cells * cellWidth + 0.5}
              height={cellHeight + 0.5}
              style={{ fill: warmth(level / (kLevels - 1)) }}
            />
          ))}
        {found.lines.map((path) => (
          <path
            key={path.level}
            className={styles.level}
            d={path.segments
              .map(
                ([x1, y1, x2, y2]) =>
                  `M${x(x1).toFixed(1)} ${y(y1).toFixed(1)}L${x(x2).toFixed(1)} ${y(y2).toFixed(1)}`,
              )
              .join('')}
          />
        ))}
        {xScale.ticks.map(({ at, label }) => (
          <text key={label} x={x(at)} y={height - 8} textAnchor="middle">
            {label}
          </text>
        ))}
        {yScale.ticks.map(({ at, label }) => (
          <text key={label} x={kLeft - 6} y={y(at)} dy="0.32em" textAnchor="end">
            {label}
          </text>
        ))}
        {found.samples.map((sample) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: only what the pointer is told; the table has it all
          <circle
            key={sample.run.id}
            cx={x(sample.x)}
            cy={y(sample.y)}
            r={sample.run === hovered ? kRadius + 2 : kRadius}
            className={styles.sample}
            onMouseEnter={() => setHovered(sample.run)}
            onMouseLeave={() => setHovered(undefined)}
          />
        ))}
        {width > 0 && (
          <Legend x={width - kRight + 14} top={kTop} bottom={height - kBottom} min={found.min} max={found.max} />
        )}
      </svg>
      {hovered && <RunTip run={hovered} columns={[spec.x, spec.y, spec.z]} />}
    </div>
  );
}

function drawn(samples: Placed[]) {
  const values = samples.map((sample) => sample.value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const step = (max - min || 1) / kLevels;
  // Corners for the lines, middles for the cells.
  const corners = surfaceOf(samples, kColumns + 1, kRows + 1);
  const levelAt = (column: number, row: number) => {
    const corner = (dx: number, dy: number) => corners.heights[(row + dy) * (kColumns + 1) + column + dx] ?? 0;
    const height = (corner(0, 0) + corner(1, 0) + corner(0, 1) + corner(1, 1)) / 4;
    return Math.max(0, Math.min(kLevels - 1, Math.floor((height - min) / step)));
  };
  const strips = Array.from({ length: kRows }, (_, row) => stripsOf(row, levelAt)).flat();
  const lines = Array.from({ length: kLevels - 1 }, (_, index) => {
    const level = min + (index + 1) * step;
    return { level, segments: levelLines(corners, level) };
  });
  return { samples, strips, lines, min, max };
}

interface Strip {
  column: number;
  row: number;
  cells: number;
  level: number;
}

/** The cells of a row, those of one level side by side as one. */
function stripsOf(row: number, levelAt: (column: number, row: number) => number): Strip[] {
  const strips: Strip[] = [];
  for (let column = 0; column < kColumns; column++) {
    const level = levelAt(column, row);
    const last = strips.at(-1);
    if (last?.level === level) last.cells += 1;
    else strips.push({ column, row, cells: 1, level });
  }
  return strips;
}

interface LegendProps {
  x: number;
  top: number;
  bottom: number;
  min: number;
  max: number;
}

function Legend({ x, top, bottom, min, max }: LegendProps) {
  const step = (bottom - top) / kLevels;
  return (
    <g transform={`translate(${x} 0)`}>
      {Array.from({ length: kLevels }, (_, level) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: levels have no other name
          key={level}
          y={bottom - (level + 1) * step}
          width={10}
          height={step + 0.5}
          style={{ fill: warmth(level / (kLevels - 1)) }}
        />
      ))}
      <text x={14} y={top} dy="0.8em">
        {formatNumber(max)}
      </text>
      <text x={14} y={bottom}>
        {formatNumber(min)}
      </text>
    </g>
  );
}
