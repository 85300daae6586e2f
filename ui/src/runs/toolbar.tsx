import { SearchField } from '../ui/field.tsx';
import styles from './toolbar.module.css';
import type { ChangeView } from './use-view.ts';
import type { ExperimentView } from './view.ts';

interface Props {
  view: ExperimentView;
  error: Error | null;
  onChange: ChangeView;
}

export function Toolbar({ view, error, onChange }: Props) {
  return (
    <div className={styles.toolbar}>
      <div className={styles.filter}>
        <SearchField
          label="Filter runs"
          value={view.filter}
          onChange={(event) => onChange({ filter: event.target.value })}
        />
        {error && <p role="alert">{error.message}</p>}
      </div>
    </div>
  );
}
