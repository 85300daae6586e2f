import { useRef } from 'react';
import { formatNumber } from '../runs/number.ts';
import type { Box } from './boxes.ts';
import styles from './plot.module.css';
import { niceTicks } from './scale.ts';
import { useSize } from './use-size.ts';

const kLeft = 56;
const kRight = 10;
const kTop = 10;
const kBottom = 26;
const kWidest = 64;
const kTicks = 6;
const kAir = 0.05;
const kCharWidth = 6.5;

interface Props {
  label: string;
  boxes: readonly Box[];
  colourOf: (box: Box, index: number) => string;
}

/** Groups side by side: the middle half of each as a box, its median, how far it reaches, and what lies outside. */
export function BoxPlot({ label, boxes, colourOf }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const values = boxes.flatMap(({ low, high, outliers }) => [low, high, ...outliers]);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const air = (max - min || Math.abs(max) || 1) * kAir;
  const [from, to] = [min - air, max + air];
  const y = (value: number) => height - kBottom - ((value - from) / (to - from)) * (height - kTop - kBottom);
  const slot = (width - kLeft - kRight) / Math.max(1, boxes.length);
  const half = Math.min(kWidest, slot * 0.6) / 2;
  return (
    <div ref={frame} className={styles.frame}>
      <svg className={styles.plot} width={width} height={height} role="img" aria-label={label}>
        {niceTicks(from, to, kTicks).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={kLeft} x2={width - kRight} className={styles.grid} />
            <text x={kLeft - 6} dy="0.32em" textAnchor="end">
              {Number(tick.toPrecision(4))}
            </text>
          </g>
        ))}
        {width > 0 &&
          boxes.map((box, index) => {
            const colour = colourOf(box, index);
            const middle = kLeft + slot * (index + 0.5);
            return (
              <g key={box.label} transform={`translate(${middle} 0)`} style={{ stroke: colour }}>
                <title>{wordsOf(box)}</title>
                <line y1={y(box.high)} y2={y(box.upperQuartile)} className={styles.whisker} />
                <line y1={y(box.lowerQuartile)} y2={y(box.low)} className={styles.whisker} />
                <rect
                  x={-half}
                  width={2 * half}
                  y={y(box.upperQuartile)}
                  height={Math.max(1, y(box.lowerQuartile) - y(box.upperQuartile))}
                  className={styles.box}
                  style={{ fill: colour }}
                />
                <line x1={-half} x2={half} y1={y(box.median)} y2={y(box.median)} className={styles.whisker} />
                {box.outliers.map((value) => (
                  <circle key={value} cy={y(value)} r={2.5} style={{ fill: colour }} />
                ))}
                <text y={height - 8} textAnchor="middle" stroke="none">
                  {shortened(box.label, slot / kCharWidth)}
                </text>
              </g>
            );
          })}
      </svg>
    </div>
  );
}

function wordsOf({ label, count, low, lowerQuartile, median, upperQuartile, high }: Box): string {
  const [a, b, c, d, e] = [low, lowerQuartile, median, upperQuartile, high].map(formatNumber);
  return `${label}: ${count} runs, median ${c}, middle half ${b} to ${d}, reach ${a} to ${e}`;
}

function shortened(text: string, characters: number): string {
  const most = Math.max(2, Math.floor(characters));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
