import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Run } from '../api/run.ts';
import type { Experiment } from '../api/types.ts';
import { groupingOf, rowColours } from '../charts/grouping.ts';
import type { FilterBoxHandle } from '../filter/filter-box.tsx';
import { type Vocabulary, vocabularyOf } from '../filter/vocabulary.ts';
import { useSame } from '../state/use-same.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import type { Catalogue } from './catalogue.ts';
import { chartedRuns } from './charted-runs.ts';
import { searchName } from './column.ts';
import { columnChoices, columnsOf } from './columns.ts';
import { NoRuns } from './no-runs.tsx';
import { searchOf } from './runs-query.ts';
import styles from './runs-workbench.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { Split } from './split.tsx';
import { RunsTable } from './table/runs-table.tsx';
import type { ChangeTable } from './table/table-state.ts';
import { Toolbar } from './toolbar.tsx';
import { useRows } from './use-rows.ts';
import { useRunActions } from './use-run-actions.ts';
import { useRuns } from './use-runs.ts';
import { useSelection } from './use-selection.ts';
import { useView } from './use-view.ts';
import type { TableView } from './view.ts';

const ChartsPane = lazy(() => import('./charts-pane.tsx'));

const kNoRuns: readonly Run[] = [];

const kExperimentColumn = 'attributes.experiment_id';

// Where runs of several experiments stand together, which is whose matters.
function withExperiment(view: TableView): TableView {
  return {
    ...view,
    shown: { [kExperimentColumn]: true, ...view.shown },
    pinned: [kExperimentColumn, ...view.pinned.filter((id) => id !== kExperimentColumn)],
  };
}

interface Props {
  experiments: readonly string[];
  /** What exported files are called, and what Python is told to log to. */
  name: string;
  /** The experiment itself, where it is one and known by now. */
  experiment?: Experiment | undefined;
}

/** The words of the loaded runs. A filter that finds none leaves those of before: they are what it can be mended with. */
function useVocabulary(catalogue: Catalogue, runs: readonly Run[]): Vocabulary {
  const present = useMemo(() => vocabularyOf(catalogue, runs), [catalogue, runs]);
  const [known, setKnown] = useState(present);
  if (runs.length > 0 && present !== known) setKnown(present);
  return runs.length > 0 ? present : known;
}

/** Runs to be filtered, ordered, arranged, drawn and acted upon. */
export function RunsWorkbench({ experiments, name, experiment }: Props) {
  const [view, changeView] = useView(experiments);
  const search = useMemo(() => searchOf([...experiments], view), [experiments, view]);
  const found = useRuns(search);
  const { runs, pages, catalogue, firstCatalogue, fetchNextPage, isFetchingNextPage } = found;
  const several = experiments.length > 1;
  const tableView = useMemo(() => (several ? withExperiment(view.table) : view.table), [several, view.table]);
  // A page that brings no new column draws no row anew.
  const columns = useSame(
    useMemo(() => columnsOf(catalogue, tableView, firstCatalogue), [catalogue, tableView, firstCatalogue]),
  );
  const choices = useMemo(
    () => columnChoices(catalogue, tableView, firstCatalogue),
    [catalogue, tableView, firstCatalogue],
  );
  const vocabulary = useVocabulary(catalogue, runs);
  const needMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const { rows, folding, toggle, groupedPart } = useRows(view, { pages, hasMore: found.hasMore, onNeedMore: needMore });
  const selection = useSelection(runs, rows);
  const { exportAll } = useRunActions();
  const filterBox = useRef<FilterBoxHandle>(null);

  const changeTable = useCallback<ChangeTable>(
    (change) => changeView({ table: change(view.table) }),
    [changeView, view.table],
  );
  const applyFilter = useCallback((filter: string) => changeView({ filter }, 'push'), [changeView]);

  const charted = useMemo(
    () => (view.panes === 'table' ? kNoRuns : chartedRuns(runs, selection, view.table.groupBy)),
    [view.panes, view.table.groupBy, runs, selection],
  );
  const grouping = useMemo(() => groupingOf(charted, view.table.groupBy), [charted, view.table.groupBy]);
  const colours = useMemo(() => rowColours(charted, grouping), [charted, grouping]);

  const table = (
    <RunsTable
      rows={rows}
      folding={folding}
      columns={columns}
      view={view.table}
      sort={view.sort}
      selection={selection}
      colours={colours}
      stale={!found.settled}
      hasMore={found.hasMore}
      onNeedMore={needMore}
      onOpen={toggle}
      onSort={(sort) => changeView({ sort }, 'push')}
      onTable={changeTable}
      onFilter={(column) => filterBox.current?.begin(searchName(column))}
    />
  );
  const charts = (
    <Suspense fallback={null}>
      <ChartsPane
        charted={charted}
        runs={runs}
        catalogue={catalogue}
        selected={selection.count > 0}
        grouping={grouping}
        settings={view.charts}
        onSettings={(settings) => changeView({ charts: settings })}
      />
    </Suspense>
  );
  const panes = {
    table,
    charts,
    both: <Split name="split" left={table} right={charts} />,
  }[view.panes];

  return (
    <>
      <Toolbar
        experiment={experiment}
        view={view}
        error={found.error}
        search={search}
        vocabulary={vocabulary}
        choices={choices}
        filterBox={filterBox}
        onChange={changeView}
        onTable={changeTable}
        onFilter={applyFilter}
        onExport={(form) => void exportAll(name, form, search)}
      />
      <div className={styles.content}>
        {found.error && !found.everLoaded ? (
          <ErrorNotice error={found.error} retry={() => void found.refetch()} />
        ) : found.settled && runs.length === 0 ? (
          <NoRuns view={view} experiment={name} onClear={() => changeView({ filter: '', lifecycle: 'Active' })} />
        ) : (
          found.everLoaded && panes
        )}
        {groupedPart && (
          <p className={styles.part} role="status">
            Groups of the first {runs.length.toLocaleString('en')} runs. A filter makes them fewer.
          </p>
        )}
        {selection.count > 0 && (
          <SelectionBar
            runs={runs.filter((run) => selection.has(run.id))}
            experiment={name}
            onClear={() => selection.setAll(false)}
          />
        )}
      </div>
    </>
  );
}
