import type { Run } from '../api/run.ts';
import { columnName } from '../runs/column.ts';
import { formatNumber } from '../runs/number.ts';
import styles from './plot.module.css';
import { rawValue } from './scale.ts';

/** The run under the pointer and its values. */
export function RunTip({ run, columns }: { run: Run; columns: readonly string[] }) {
  const shown = [...new Set(columns.filter((id) => id !== ''))];
  return (
    <div className={styles.tip}>
      <strong>{run.info.run_name}</strong>
      {shown.map((id) => {
        const value = rawValue(run, id);
        return (
          <div key={id}>
            {columnName(id)?.key}: {typeof value === 'number' ? formatNumber(value) : (value ?? '–')}
          </div>
        );
      })}
    </div>
  );
}
