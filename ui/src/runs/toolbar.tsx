import { type Ref, useState } from 'react';
import type { RunSearch } from '../api/runs.ts';
import type { Experiment } from '../api/types.ts';
import { ConditionBuilder } from '../filter/condition-builder.tsx';
import { FilterBox, type FilterBoxHandle } from '../filter/filter-box.tsx';
import type { Vocabulary } from '../filter/vocabulary.ts';
import type { IconName } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segments } from '../ui/segments.tsx';
import { ViewsMenu } from '../views/views-menu.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import type { ColumnChoice } from './columns.ts';
import { GroupMenu } from './group-menu.tsx';
import { SearchCode } from './search-code-dialog.tsx';
import type { ChangeTable } from './table/table-state.ts';
import styles from './toolbar.module.css';
import type { ExportForm } from './use-run-actions.ts';
import type { ChangeView } from './use-view.ts';
import type { ExperimentView, LifecycleFilter, Panes } from './view.ts';

interface Props {
  experiment: Experiment | undefined;
  view: ExperimentView;
  error: Error | null;
  search: RunSearch;
  vocabulary: Vocabulary;
  choices: ColumnChoice[];
  filterBox: Ref<FilterBoxHandle>;
  onChange: ChangeView;
  onTable: ChangeTable;
  onFilter: (filter: string) => void;
  onExport: (form: ExportForm) => void;
}

const kPanes: { value: Panes; label: string; icon: IconName }[] = [
  { value: 'table', label: 'Table', icon: 'table' },
  { value: 'both', label: 'Table and charts', icon: 'split' },
  { value: 'charts', label: 'Charts', icon: 'chart' },
];

const kLifecycles: LifecycleFilter[] = ['Active', 'Deleted', 'All'];

export function Toolbar(props: Props) {
  const { experiment, view, error, search, vocabulary, choices, filterBox, onChange, onTable, onFilter, onExport } =
    props;
  const [showingCode, setShowingCode] = useState(false);
  return (
    <div className={styles.toolbar}>
      <FilterBox
        ref={filterBox}
        value={view.filter}
        error={error}
        experiments={search.experiments}
        vocabulary={vocabulary}
        onApply={onFilter}
      />
      <Segments
        label="What to show"
        iconOnly
        options={kPanes}
        value={view.panes}
        onChange={(panes) => onChange({ panes }, 'push')}
      />
      <ConditionBuilder
        filter={view.filter}
        experiments={search.experiments}
        vocabulary={vocabulary}
        onApply={onFilter}
      />
      <Menu
        label={view.lifecycle}
        icon="eye"
        compact
        items={kLifecycles.map((lifecycle) => ({
          label: `${lifecycle} runs`,
          checked: view.lifecycle === lifecycle,
          onSelect: () => onChange({ lifecycle }, 'push'),
        }))}
      />
      <GroupMenu view={view.table} choices={choices} onTable={onTable} />
      <ColumnChooser view={view.table} choices={choices} onTable={onTable} />
      {experiment && <ViewsMenu experiment={experiment} />}
      <Menu
        label="Export all runs of this filter"
        icon="download"
        iconOnly
        align="end"
        items={[
          { label: 'All as CSV', onSelect: () => onExport('csv') },
          { label: 'All as JSON', onSelect: () => onExport('json') },
          { label: 'Code for this search…', icon: 'copy', separated: true, onSelect: () => setShowingCode(true) },
        ]}
      />
      {showingCode && <SearchCode search={search} onClose={() => setShowingCode(false)} />}
    </div>
  );
}
