import { lazy, Suspense } from 'react';
import { ExperimentsPage } from '../experiments/experiments-page.tsx';
import { type Route, routeOf } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { ExperimentPage } from '../runs/experiment-page.tsx';
import { ExperimentsTogetherPage } from '../runs/experiments-together-page.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { OverlayHost } from './overlay-host.tsx';
import { UnknownPage } from './unknown-page.tsx';

// What is not on the way to a table of runs comes when it is asked for.
const RunPage = lazy(() => import('../run/run-page.tsx'));
const ComparePage = lazy(() => import('../compare/compare-page.tsx'));
const ModelPages = lazy(() => import('./model-pages.tsx'));

export function App() {
  return (
    <>
      <Suspense fallback={null}>
        <Page route={routeOf(useAddress())} />
      </Suspense>
      <OverlayHost />
      <Toasts />
    </>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'experiments':
      return <ExperimentsPage />;
    case 'experiment':
      return <ExperimentPage key={route.experiment} id={route.experiment} />;
    case 'experiments-together':
      return <ExperimentsTogetherPage key={route.experiments.join()} ids={route.experiments} />;
    case 'run':
      return <RunPage key={route.run} experiment={route.experiment} id={route.run} tab={route.tab} />;
    case 'compare':
      return <ComparePage experiments={route.experiments} ids={route.runs} />;
    case 'unknown':
      return <UnknownPage />;
    default:
      return <ModelPages route={route} />;
  }
}
