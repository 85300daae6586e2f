import { useQuery } from '@tanstack/react-query';
import { metricSummaries, type Summary } from '../../api/cairn.ts';
import { isLive, type Run } from '../../api/run.ts';
import { useLivePoll } from '../../live/use-live-poll.ts';
import { batched } from '../../state/batched.ts';
import type { Column } from '../columns.ts';

const kLivePoll = 6_000;
const kMostRuns = 1_000;

// The topic of a batch: the step, if any, then the metric, whose name may have spaces.
const loadSummary = batched((runs, topic) => {
  const [step = '', ...key] = topic.split(' ');
  return metricSummaries(runs, key.join(' '), step === '' ? undefined : Number(step));
});

/** A run's metric in a few numbers, for the statistic that a column shows; null if it has none. */
export function useSummary(run: Run, { key, statistic }: Column) {
  const step = statistic.kind === 'step' ? String(statistic.step) : '';
  const live = isLive(run.info);
  const poll = useLivePoll(kLivePoll);
  return useQuery({
    queryKey: ['summary', key, step, run.id],
    queryFn: () => loadSummary(run.id, `${step} ${key}`),
    enabled: run.metrics.has(key),
    staleTime: live ? kLivePoll : Number.POSITIVE_INFINITY,
    refetchInterval: live && poll,
    meta: { runs: [run.id] },
  }).data;
}

/** The same for the runs of a group. */
export function useSummaries(runs: readonly Run[], { key, statistic }: Column, enabled: boolean) {
  const step = statistic.kind === 'step' ? statistic.step : undefined;
  const ids = runs.slice(0, kMostRuns).map((run) => run.id);
  return useQuery({
    queryKey: ['summaries', key, step, ids],
    queryFn: (): Promise<Map<string, Summary>> => metricSummaries(ids, key, step),
    enabled,
    staleTime: kLivePoll,
    meta: { runs: ids },
  }).data;
}
