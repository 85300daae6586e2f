import { useState } from 'react';
import { SearchField } from '../ui/field.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import { Segments } from '../ui/segments.tsx';
import type { ColumnChoice } from './columns.ts';
import styles from './group-menu.module.css';
import { kDatasets } from './rows.ts';
import type { ChangeTable } from './table/table-state.ts';
import type { TableView } from './view.ts';

interface Props {
  view: TableView;
  choices: ColumnChoice[];
  onTable: ChangeTable;
}

const kSpreads = [
  { value: 'mean' as const, label: 'Mean ± deviation' },
  { value: 'range' as const, label: 'Least – greatest' },
];

/** Groups the runs by parameters, tags or datasets. */
export function GroupMenu({ view, choices, onTable }: Props) {
  const count = view.groupBy.length;
  return (
    <PopoverButton
      label={count > 0 ? `Grouped by ${count}` : 'Group'}
      icon="group"
      compact
      align="end"
      className={styles.panel}
    >
      {() => <Chooser view={view} choices={choices} onTable={onTable} />}
    </PopoverButton>
  );
}

function Chooser({ view, choices, onTable }: Props) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const keys = [
    ...choices.filter(({ kind }) => kind === 'params' || kind === 'tags').map(({ id, key }) => ({ id, key })),
    { id: 'attributes.user_id', key: 'User' },
    { id: kDatasets, key: 'Dataset' },
  ].filter(({ key }) => key.toLowerCase().includes(wanted));
  const toggle = (id: string) =>
    onTable((now) => ({
      ...now,
      groupBy: now.groupBy.includes(id) ? now.groupBy.filter((each) => each !== id) : [...now.groupBy, id],
    }));
  return (
    <div className={styles.chooser}>
      <SearchField label="Group by" value={search} autoFocus onChange={(event) => setSearch(event.target.value)} />
      <div className={styles.list}>
        {keys.map(({ id, key }) => (
          <label key={id} className={styles.choice}>
            <input type="checkbox" checked={view.groupBy.includes(id)} onChange={() => toggle(id)} />
            <span>{key}</span>
          </label>
        ))}
      </div>
      {view.groupBy.length > 0 && (
        <Segments
          label="What groups show"
          options={kSpreads}
          value={view.groupRange ? 'range' : 'mean'}
          onChange={(spread) => onTable((now) => ({ ...now, groupRange: spread === 'range' }))}
        />
      )}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={!view.flat}
          onChange={(event) => onTable((now) => ({ ...now, flat: !event.target.checked }))}
        />
        <span>Fold child runs under their parents</span>
      </label>
    </div>
  );
}
