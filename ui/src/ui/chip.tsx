import styles from './chip.module.css';

/** A tag: its key, and its value if it has one. */
export function Chip({ name, value }: { name: string; value?: string }) {
  return (
    <span className={styles.chip} title={value ? `${name}: ${value}` : name}>
      <span className={styles.name}>{name}</span>
      {value && <span className={styles.value}>{value}</span>}
    </span>
  );
}
