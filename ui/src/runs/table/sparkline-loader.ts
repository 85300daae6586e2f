import { metricHistories } from '../../api/metrics.ts';
import { batched } from '../../state/batched.ts';

const kPoints = 48;

/** A run's history of a metric, thinned out to what a cell can show. */
export const loadSparkline = batched((runs, metric) => metricHistories(runs, metric, { limit: kPoints }));
