import styles from './brand-mark.module.css';

/** Three stones, one on another. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect className={styles.base} x="2" y="21" width="28" height="9" rx="4.5" />
      <rect className={styles.middle} x="6" y="12" width="19" height="8" rx="4" />
      <rect className={styles.top} x="11" y="4" width="11" height="7" rx="3.5" />
    </svg>
  );
}
