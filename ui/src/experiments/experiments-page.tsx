import { useState } from 'react';
import type { Lifecycle } from '../api/types.ts';
import { isPlainSearch } from '../filter/clauses.ts';
import { formatAddress, navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { Frame } from '../shell/frame.tsx';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/field.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import styles from '../ui/page.module.css';
import { Segments } from '../ui/segments.tsx';
import { CreateExperiment } from './create-experiment.tsx';
import { ExperimentList } from './experiment-list.tsx';
import { useExperiments } from './use-experiments.ts';

const kLifecycles: { value: Lifecycle; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'deleted', label: 'Deleted' },
];

export function ExperimentsPage() {
  const { path, query } = useAddress();
  const search = query.get('search') ?? '';
  const lifecycle = query.get('lifecycle') === 'deleted' ? 'deleted' : 'active';
  const [creating, setCreating] = useState(false);

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(formatAddress(path, next), 'replace');
  };

  return (
    <Frame title="Experiments" crumbs={[{ label: 'Experiments' }]}>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1 className={styles.title}>Experiments</h1>
          <div className={styles.search}>
            <SearchField
              label="Find by name, or by tags.team = 'growth'"
              value={search}
              onChange={(event) => change('search', event.target.value)}
            />
          </div>
          <Segments
            label="Which experiments"
            options={kLifecycles}
            value={lifecycle}
            onChange={(value) => change('lifecycle', value === 'active' ? '' : value)}
          />
          <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
            New experiment
          </Button>
        </header>
        <Found search={search} lifecycle={lifecycle} />
      </div>
      {creating && <CreateExperiment onClose={() => setCreating(false)} />}
    </Frame>
  );
}

function Found({ search, lifecycle }: { search: string; lifecycle: Lifecycle }) {
  const found = useExperiments(search, lifecycle);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const select = (id: string, now: boolean) => {
    const next = new Set(selected);
    if (now) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  if (found.error) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  if (!found.experiments) return null;
  if (found.experiments.length === 0) {
    if (search)
      return (
        <Notice
          title={
            isPlainSearch(search)
              ? `No ${lifecycle} experiment has “${search}” in its name`
              : `No ${lifecycle} experiment matches ${search}`
          }
        />
      );
    return <Notice title={lifecycle === 'deleted' ? 'Nothing is deleted' : 'No experiments yet'} />;
  }
  return (
    <>
      {selected.size > 1 && (
        <div className={styles.selection}>
          <Button icon="table" onClick={() => navigate(hrefs.experimentsTogether([...selected]))}>
            {`Show the runs of ${selected.size} experiments together`}
          </Button>
        </div>
      )}
      <ExperimentList experiments={found.experiments} selected={selected} onSelect={select} />
      {found.hasNextPage && (
        <div className={styles.more}>
          <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
