// Sends the first questions of the page before the rest of the program is even evaluated: the server answers while
// React and the components get ready. Imported first by main.tsx; what it finds out waits in the cache.

import { client } from './api/client.ts';
import { experimentQuery } from './experiments/experiment-query.ts';
import { currentAddress } from './router/address.ts';
import { routeOf } from './router/routes.ts';
import { addressedView } from './runs/kept-view.ts';
import { runsQuery, searchOf } from './runs/runs-query.ts';
import { readView } from './runs/view.ts';

const address = currentAddress();
const route = routeOf(address);
if (route.page === 'experiment') {
  const experiments = [route.experiment];
  const view = readView(new URLSearchParams(addressedView(experiments, address.query)));
  void client.prefetchInfiniteQuery(runsQuery(searchOf(experiments, view)));
  void client.prefetchQuery(experimentQuery(route.experiment));
}
