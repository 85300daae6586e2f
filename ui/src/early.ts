// The first questions of a page, in a script of their own of a few kilobytes: the server answers while the browser is
// still loading the program. What it finds out waits here until the program takes it into its cache (take-early.ts).
// Whatever this imports, the first request waits for: no React, no TanStack.

import type { RunPage, RunSearch } from './api/runs.ts';
import type { Experiment } from './api/types.ts';
import { experimentQuery } from './experiments/experiment-query.ts';
import { currentAddress } from './router/address.ts';
import { routeOf } from './router/routes.ts';
import { addressedView } from './runs/kept-view.ts';
import { runsQuery, searchOf } from './runs/runs-query.ts';
import { type ExperimentView, readView } from './runs/view.ts';

/** An answer on its way, and the answer itself once it is here. */
export interface Coming<T> {
  promise: Promise<T>;
  value?: T;
}

export interface Early {
  view: ExperimentView;
  search: RunSearch;
  runs: Coming<RunPage>;
  id: string;
  experiment: Coming<Experiment>;
}

function coming<T>(promise: Promise<T>): Coming<T> {
  const awaited: Coming<T> = { promise };
  promise.then(
    (value) => {
      awaited.value = value;
    },
    // Who takes the promise looks at its error; nobody may come.
    () => undefined,
  );
  return awaited;
}

function askForRuns(search: RunSearch): { search: RunSearch; runs: Coming<RunPage>; abort: () => void } {
  const abort = new AbortController();
  const runs = coming(runsQuery(search).queryFn({ pageParam: '', signal: abort.signal }));
  return { search, runs, abort: () => abort.abort() };
}

function ask(): Early | undefined {
  const address = currentAddress();
  const route = routeOf(address);
  if (route.page !== 'experiment') return undefined;
  const id = route.experiment;
  const viewOf = (query: string) => readView(new URLSearchParams(query));
  // The browser takes longer to open its storage than the server to answer. Where the address leaves the view to what is
  // kept there, the usual one is asked for meanwhile: mostly it has the same runs.
  let asked = askForRuns(searchOf([id], viewOf(address.query.toString())));
  const experiment = coming(experimentQuery(id).queryFn({ signal: new AbortController().signal }));
  const view = viewOf(addressedView([id], address.query));
  const search = searchOf([id], view);
  if (JSON.stringify(search) !== JSON.stringify(asked.search)) {
    asked.abort();
    asked = askForRuns(search);
  }
  return { view, search, runs: asked.runs, id, experiment };
}

export const early = ask();
