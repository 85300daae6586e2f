import { useMemo, useState } from 'react';
import { classes } from './classes.ts';
import { CopyButton } from './copy-button.tsx';
import { SearchField } from './field.tsx';
import styles from './key-table.module.css';
import { Part } from './part.tsx';

interface Row {
  key: string;
  value: string;
  /** The value in full, for copying. */
  exact: string;
  detail?: string;
}

interface Props {
  title: string;
  rows: Row[];
  empty: string;
  numeric?: boolean;
}

const kSearchFrom = 8;

/** Names and values, to be searched when they are many. */
export function KeyTable({ title, rows, empty, numeric }: Props) {
  const [search, setSearch] = useState('');
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return rows.filter(({ key, exact }) => `${key} ${exact}`.toLowerCase().includes(wanted));
  }, [rows, search]);
  const action = rows.length >= kSearchFrom && (
    <div className={styles.search}>
      <SearchField
        label={`Find in ${title.toLowerCase()}`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
    </div>
  );
  return (
    <Part title={title} count={rows.length} action={action}>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <tbody>
            {found.map((row) => (
              <tr key={`${row.key} ${row.detail}`}>
                <th scope="row">{row.key}</th>
                <td className={classes(styles.value, numeric && styles.numeric)} title={row.exact}>
                  {row.value}
                </td>
                <td className={styles.detail}>{row.detail}</td>
                <td className={styles.copy}>
                  <CopyButton label={`Copy ${row.key}`} text={row.exact} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
