import styles from './metric-panel.module.css';
import type { Series } from './prepare.ts';

interface Props {
  entries: readonly Pick<Series, 'id' | 'label' | 'colour'>[];
  onHighlight: (id: string | undefined) => void;
}

/** The names of a chart's lines; the one under the pointer stands out in the chart. */
export function Legend({ entries, onHighlight }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul className={styles.legend} tabIndex={0} aria-label="Names of the curves">
      {entries.map(({ id, label, colour }) => (
        <li key={id} onMouseEnter={() => onHighlight(id)} onMouseLeave={() => onHighlight(undefined)}>
          <span className={styles.swatch} style={{ background: colour }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
