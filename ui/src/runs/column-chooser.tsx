import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/field.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import type { ColumnKind } from './column.ts';
import styles from './column-chooser.module.css';
import type { ColumnChoice } from './columns.ts';
import { type ChangeTable, show } from './table/table-state.ts';
import { kUsualTable, type TableView } from './view.ts';

interface Props {
  view: TableView;
  choices: ColumnChoice[];
  onTable: ChangeTable;
}

const kKinds: [ColumnKind, string][] = [
  ['metrics', 'Metrics'],
  ['params', 'Parameters'],
  ['tags', 'Tags'],
  ['attributes', 'Details'],
];

export function ColumnChooser(props: Props) {
  return (
    <PopoverButton label="Columns" icon="columns" compact align="end" className={styles.panel}>
      {() => <Chooser {...props} />}
    </PopoverButton>
  );
}

function Chooser({ view, choices, onTable }: Props) {
  const [search, setSearch] = useState('');
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
  }, [choices, search]);

  return (
    <div className={styles.chooser}>
      <SearchField label="Find a column" value={search} autoFocus onChange={(event) => setSearch(event.target.value)} />
      <label className={styles.differing}>
        <input
          type="checkbox"
          checked={view.onlyDiffering}
          onChange={(event) => onTable((now) => ({ ...now, onlyDiffering: event.target.checked }))}
        />
        Only what differs between the runs
      </label>
      <div className={styles.list}>
        {kKinds.map(([kind, label]) => (
          <Kind key={kind} label={label} choices={found.filter((choice) => choice.kind === kind)} onTable={onTable} />
        ))}
        {found.length === 0 && <p className={styles.none}>No column has this name.</p>}
      </div>
      <Button look="plain" icon="restore" onClick={() => onTable(() => kUsualTable)}>
        Back to the usual columns
      </Button>
    </div>
  );
}

function Kind({ label, choices, onTable }: { label: string; choices: ColumnChoice[]; onTable: ChangeTable }) {
  if (choices.length === 0) return null;
  const shown = choices.filter((choice) => choice.visible).length;
  const all = shown === choices.length;
  const toggleAll = () =>
    onTable((view) => ({
      ...view,
      shown: { ...view.shown, ...Object.fromEntries(choices.map((choice) => [choice.id, !all])) },
    }));
  return (
    <fieldset className={styles.kind}>
      <legend className={styles.legend}>
        <label>
          <input
            type="checkbox"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = shown > 0 && !all;
            }}
            onChange={toggleAll}
          />
          {label}
        </label>
        <span className={styles.count}>
          {shown} of {choices.length}
        </span>
      </legend>
      {choices.map((choice) => (
        <label key={choice.id} className={styles.choice}>
          <input
            type="checkbox"
            checked={choice.visible}
            onChange={(event) => onTable(show(choice.id, event.target.checked))}
          />
          <span title={choice.label}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
