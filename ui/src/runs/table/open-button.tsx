import { Icon } from '../../ui/icon.tsx';
import styles from './runs-table.module.css';

/** Opens and folds a row. The row itself says whether it is open. */
export function OpenButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.openButton}
      aria-label={open ? 'Fold' : 'Open'}
      onClick={onToggle}
    >
      <Icon name={open ? 'down' : 'right'} />
    </button>
  );
}
