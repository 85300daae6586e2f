import styles from './chips.module.css';

interface Props {
  alias: string;
  /** Where it points, if that is not where one is. */
  version?: string;
  href?: string;
}

/** "@champion", and the version that it means. */
export function AliasChip({ alias, version, href }: Props) {
  const content = (
    <>
      @{alias}
      {version && <span className={styles.version}>v{version}</span>}
    </>
  );
  return href ? (
    <a href={href} className={styles.alias}>
      {content}
    </a>
  ) : (
    <span className={styles.alias}>{content}</span>
  );
}
