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
import { type Crumb, Frame } from '../shell/frame.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './compare-page.module.css';
import { CompareTable } from './compare-table.tsx';
import { CompareTableTurned } from './compare-table-turned.tsx';
import { useComparedRuns } from './use-compared-runs.ts';

type Pane = 'table' | 'charts' | 'artifacts';

const ComparedFiles = lazy(() => import('./compared-files.tsx'));

interface Props {
  experiments: string[];
  ids: string[];
}

export default function ComparePage({ experiments, ids }: Props) {
  const found = useComparedRuns(experiments, ids);
  const runs = found.data;
  return (
    <Frame title="Compare runs" crumbs={useCrumbs(experiments)}>
      {!runs && <h1 className="visually-hidden">Compare runs</h1>}
      {ids.length === 0 && <Notice title="No runs to compare">Select some in an experiment.</Notice>}
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {runs && <Compared runs={runs} experiments={experiments} />}
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

function Compared({ runs, experiments }: { runs: Run[]; experiments: string[] }) {
  const { path, query } = useAddress();
  const pane = kPanes.find((each) => each === query.get('pane')) ?? 'table';
  const withEqual = query.get('equal') === 'true';
  const turned = query.get('turned') === 'true';
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(formatAddress(path, next), 'replace');
  };
  const remove = (id: string) => {
    const rest = runs.filter((run) => run.id !== id).map((run) => run.id);
    navigate(hrefs.compare(experiments, rest), 'replace');
  };
  const Table = turned ? CompareTableTurned : CompareTable;
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>{countOf(runs.length)} side by side</h1>
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
      {pane === 'table' && <Table runs={runs} onlyDiffering={!withEqual} onRemove={remove} />}
      {pane === 'charts' && <ComparedCharts runs={runs} />}
      {pane === 'artifacts' && (
        <Suspense fallback={null}>
          <ComparedFiles runs={runs} />
        </Suspense>
      )}
    </>
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
