import { formatNumber } from '../runs/number.ts';
import styles from './bar-list.module.css';
import type { Series } from './prepare.ts';

const kMostShown = 40;

/** Metrics that were logged once: a bar for each run, the largest first. */
export function BarList({ series }: { series: readonly Series[] }) {
  const bars = series
    .map(({ id, label, colour, points }) => ({ id, label, colour, value: points.values[0] ?? Number.NaN }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
  const scale = Math.max(...bars.map(({ value }) => (Number.isFinite(value) ? Math.abs(value) : 0))) || 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol className={styles.list} tabIndex={0} aria-label="Values">
      {bars.slice(0, kMostShown).map(({ id, label, colour, value }) => (
        <li key={id} className={styles.row}>
          <span className={styles.label} title={label}>
            {label}
          </span>
          <span className={styles.track}>
            {Number.isFinite(value) && (
              <span
                className={styles.bar}
                style={{ background: colour, width: `${(Math.abs(value) / scale) * 100}%` }}
              />
            )}
          </span>
          <span className={styles.value}>{formatNumber(value)}</span>
        </li>
      ))}
      {bars.length > kMostShown && <li className={styles.more}>and {bars.length - kMostShown} more</li>}
    </ol>
  );
}
