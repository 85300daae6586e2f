import type { Grid } from './grid.ts';
import styles from './preview.module.css';

/** A table out of a file; of a long one the beginning. */
export function GridView({ grid }: { grid: Grid }) {
  const { columns, rows, total } = grid;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label="Rows">
      <table className={styles.grid}>
        <caption>
          {total.toLocaleString('en')} rows of {columns.length} columns
          {rows.length < total && `, the first ${rows.length.toLocaleString('en')} shown`}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: files may name two columns alike
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as the columns
                <td key={index} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
