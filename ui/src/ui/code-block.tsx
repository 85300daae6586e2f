import styles from './code-block.module.css';
import { CopyButton } from './copy-button.tsx';

/** Lines to be copied and run elsewhere. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <div className={styles.block}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <span className={styles.copy}>
        <CopyButton label={`Copy ${label}`} text={code} />
      </span>
    </div>
  );
}
