import { formatNumber } from '../runs/number.ts';
import styles from './bar-list.module.css';

const kMostShown = 100;

export interface Bar {
  id: string;
  label: string;
  colour: string;
  value: number;
}

/** A bar for each run, the largest first. */
export function BarList({ bars: unordered }: { bars: readonly Bar[] }) {
  const bars = unordered.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label));
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
