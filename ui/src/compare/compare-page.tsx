import { lazy, Suspense, useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { ChartBoard } from '../charts/chart-board.tsx';
import { isSystemMetric } from '../charts/sections.ts';
import { useChartSettings } from '../charts/use-chart-settings.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import { formatAddress, navigate } from '../router/address.ts';
import { hrefs } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { countOf } from '../runs/use-run-actions.ts';
import { useRunsById } from '../runs/use-runs-by-id.ts';
import { type Crumb, Frame } from '../shell/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Loaded, Waiting } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './compare-page.module.css';
import { CompareTable } from './compare-table.tsx';
import { CompareTableTurned } from './compare-table-turned.tsx';

type Pane = 'table' | 'charts' | 'artifacts';

const ComparedFiles = lazy(() => import('./compared-files.tsx'));

interface Props {
  experiments: string[];
  ids: string[];
}

export default function ComparePage({ experiments, ids }: Props) {
  const found = useRunsById(experiments, ids);
  return (
    <Frame title="Compare runs" crumbs={useCrumbs(experiments)}>
      {ids.length === 0 ? (
        <>
          <h1 className="visually-hidden">Compare runs</h1>
          <NothingToCompare experiments={experiments} />
        </>
      ) : (
        <Loaded query={found} heading="Compare runs">
          {(runs) => <Compared runs={runs} experiments={experiments} missing={ids.length - runs.length} />}
        </Loaded>
      )}
    </Frame>
  );
}

function useCrumbs(experiments: string[]): Crumb[] {
  const only = experiments.length === 1 ? experiments[0] : undefined;
  const name = useExperiment(only ?? '', only !== undefined).data?.name;
  return [
    { label: 'Experiments', href: hrefs.experiments() },
    ...(only ? [{ label: name ?? only, href: hrefs.experiment(only) }] : []),
    { label: 'Compare' },
  ];
}

const kPanes: readonly Pane[] = ['table', 'charts', 'artifacts'];

interface ComparedProps {
  runs: Run[];
  experiments: string[];
  /** Runs of the address that are no longer there. */
  missing: number;
}

function Compared({ runs, experiments, missing }: ComparedProps) {
  const { path, query } = useAddress();
  const pane = kPanes.find((each) => each === query.get('pane')) ?? 'table';
  const withEqual = query.get('equal') === 'true';
  const turned = query.get('turned') === 'true';
  const flip = query.get('flip');
  const flipped = useMemo(() => new Set(flip?.split(',').map(decodeURIComponent)), [flip]);
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(formatAddress(path, next), 'replace');
  };
  const remove = (id: string) => set('runs', JSON.stringify(runs.map((run) => run.id).filter((each) => each !== id)));
  const turn = (key: string) => {
    const keys = flipped.has(key) ? [...flipped].filter((each) => each !== key) : [...flipped, key];
    set('flip', keys.map(encodeURIComponent).join());
  };
  const Table = turned ? CompareTableTurned : CompareTable;
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>{countOf(runs.length)} side by side</h1>
        {missing > 0 && <span className={styles.missing}>{countOf(missing)} of this address no longer there</span>}
        <Segments
          label="What to compare"
          options={[
            { value: 'table', label: 'Table', icon: 'table' },
            { value: 'charts', label: 'Charts', icon: 'chart' },
            { value: 'artifacts', label: 'Artifacts', icon: 'file' },
          ]}
          value={pane}
          onChange={(next: Pane) => set('pane', next === 'table' ? undefined : next)}
        />
        {pane === 'table' && (
          <>
            <Button icon="equal" aria-pressed={withEqual} onClick={() => set('equal', withEqual ? undefined : 'true')}>
              Show what is equal
            </Button>
            <Button icon="swap" aria-pressed={turned} onClick={() => set('turned', turned ? undefined : 'true')}>
              Runs as rows
            </Button>
          </>
        )}
      </header>
      {runs.length === 0 && <NothingToCompare experiments={experiments} />}
      {runs.length > 0 && pane === 'table' && (
        <Table runs={runs} onlyDiffering={!withEqual} flipped={flipped} onFlip={turn} onRemove={remove} />
      )}
      {pane === 'charts' && <ComparedCharts runs={runs} />}
      {pane === 'artifacts' && (
        <Suspense fallback={<Waiting />}>
          <ComparedFiles runs={runs} file={query.get('file') ?? undefined} onFile={(file) => set('file', file)} />
        </Suspense>
      )}
    </>
  );
}

function NothingToCompare({ experiments }: { experiments: string[] }) {
  const [only] = experiments;
  return (
    <Notice title="No runs to compare">
      <p>Select two or more in an experiment’s table, then press Compare.</p>
      <a href={only ? hrefs.experiment(only) : hrefs.experiments()}>
        {only ? 'Runs of the experiment' : 'All experiments'}
      </a>
    </Notice>
  );
}

function ComparedCharts({ runs }: { runs: Run[] }) {
  const [settings, change] = useChartSettings();
  const metrics = useMemo(
    () => [...new Set(runs.flatMap((run) => [...run.metrics.keys()]))].filter((key) => !isSystemMetric(key)),
    [runs],
  );
  return <ChartBoard runs={runs} metrics={metrics} settings={settings} onSettings={change} />;
}
