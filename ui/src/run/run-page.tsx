import { lazy, Suspense, useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { ChartBoard } from '../charts/chart-board.tsx';
import { isSystemMetric } from '../charts/sections.ts';
import { useChartSettings } from '../charts/use-chart-settings.ts';
import { useExperiment } from '../experiments/use-experiments.ts';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Overview } from './overview.tsx';
import { RunHeader } from './run-header.tsx';
import { useRun } from './use-run.ts';

const RunFiles = lazy(() => import('./run-files.tsx'));

interface Props {
  experiment: string;
  id: string;
  tab: string;
}

export default function RunPage({ experiment, id, tab }: Props) {
  const found = useRun(id);
  const experimentName = useExperiment(experiment).data?.name ?? experiment;
  const name = found.data?.info.run_name ?? '';
  const crumbs = [
    { label: 'Experiments', href: hrefs.experiments() },
    { label: experimentName, href: hrefs.experiment(experiment) },
    { label: name || 'Run' },
  ];
  return (
    <Frame title={name ? `${name} · ${experimentName}` : 'Run'} crumbs={crumbs}>
      <Loaded query={found} heading="Run" ways={<a href={hrefs.experiment(experiment)}>Runs of this experiment</a>}>
        {(shown) => (
          <>
            <RunHeader run={shown} />
            <Tabs label="Parts of this run" tabs={tabsOf(shown)} current={tab.split('/')[0] ?? tab} />
            <Tab run={shown} tab={tab} />
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function tabsOf(run: Run) {
  const { experiment_id: experiment } = run.info;
  const system = [...run.metrics.keys()].filter(isSystemMetric).length;
  const tabs = [
    { id: 'overview', label: 'Overview', href: hrefs.run(experiment, run.id) },
    { id: 'model-metrics', label: 'Model metrics', href: hrefs.run(experiment, run.id, 'model-metrics') },
  ];
  if (system > 0) {
    tabs.push({ id: 'system-metrics', label: 'System metrics', href: hrefs.run(experiment, run.id, 'system-metrics') });
  }
  tabs.push({ id: 'artifacts', label: 'Artifacts', href: hrefs.artifacts(experiment, run.id) });
  return tabs;
}

function Tab({ run, tab }: { run: Run; tab: string }) {
  const [part, ...path] = tab.split('/');
  switch (part) {
    case 'artifacts':
      return (
        <Suspense fallback={null}>
          <RunFiles run={run} path={path.join('/')} />
        </Suspense>
      );
    case 'model-metrics':
      return <RunCharts run={run} wanted={(key) => !isSystemMetric(key)} />;
    case 'system-metrics':
      return <RunCharts run={run} wanted={isSystemMetric} />;
    default:
      return <Overview run={run} />;
  }
}

function RunCharts({ run, wanted }: { run: Run; wanted: (key: string) => boolean }) {
  const [settings, change] = useChartSettings();
  const runs = useMemo(() => [run], [run]);
  const metrics = [...run.metrics.keys()].filter(wanted);
  return <ChartBoard runs={runs} metrics={metrics} settings={settings} onSettings={change} />;
}
