import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { TableView } from '../view.ts';
import { type Heading, headingsOf } from './groups.ts';
import type { Layout } from './layout.ts';
import styles from './runs-table.module.css';
import { type ChangeTable, foldGroup } from './table-state.ts';

interface Props {
  layout: Layout;
  view: TableView;
  onTable: ChangeTable;
}

/** The line over the column names: metrics, parameters, and the prefixes that metrics share. */
export function GroupRow({ layout, view, onTable }: Props) {
  const pinned = headingsOf(layout.pinned);
  const left = layout.pinned[0]?.style.left ?? 0;
  const heading = (each: Heading, at: number) => (
    <GroupHeading
      key={`${each.group} ${at}`}
      heading={each}
      folded={view.folded.includes(each.group)}
      onTable={onTable}
    />
  );
  return (
    <div role="row" aria-rowindex={1} className={styles.groups}>
      <span
        role="columnheader"
        className={classes(styles.group, styles.pinned)}
        style={{ width: layout.runWidth, left: 0 }}
      >
        <span className="visually-hidden">Runs</span>
      </span>
      {pinned.length > 0 && (
        <span className={classes(styles.group, styles.pinned)} style={{ left }}>
          {pinned.map(heading)}
        </span>
      )}
      <span style={{ width: layout.before }} className={styles.space} />
      {headingsOf(layout.inSight).map(heading)}
    </div>
  );
}

function GroupHeading({ heading, folded, onTable }: { heading: Heading; folded: boolean; onTable: ChangeTable }) {
  const foldable = folded || heading.columns > 1;
  return (
    <span
      role="columnheader"
      aria-colspan={heading.columns}
      className={classes(styles.group, styles.groupStart)}
      style={{ width: heading.width }}
    >
      {foldable ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.groupButton}
          aria-expanded={!folded}
          title={folded ? 'Unfold' : 'Fold'}
          onClick={() => onTable(foldGroup(heading.group, !folded))}
        >
          <span className={styles.labelText}>{heading.label}</span>
          {folded && heading.folded > 0 && <span>+{heading.folded}</span>}
          <Icon name={folded ? 'right' : 'down'} />
        </button>
      ) : (
        <span className={styles.groupLabel}>{heading.label}</span>
      )}
    </span>
  );
}
