import { useQuery } from '@tanstack/react-query';
import { useLivePoll } from '../../live/use-live-poll.ts';
import styles from './sparkline.module.css';
import { loadSparkline } from './sparkline-loader.ts';
import { sparklinePath } from './sparkline-path.ts';

const kWidth = 60;
const kHeight = 16;
const kLivePoll = 6_000;

interface Props {
  run: string;
  metric: string;
  live: boolean;
}

/** A metric's history at a glance. The value beside it says the rest. */
export function Sparkline({ run, metric, live }: Props) {
  const poll = useLivePoll(kLivePoll);
  const { data } = useQuery({
    queryKey: ['sparkline', metric, run],
    queryFn: () => loadSparkline(run, metric),
    staleTime: live ? kLivePoll : Number.POSITIVE_INFINITY,
    refetchInterval: live && poll,
    meta: { runs: [run] },
  });
  const path = data && sparklinePath(data, kWidth, kHeight);
  return (
    <svg className={styles.sparkline} viewBox={`-1 -1 ${kWidth + 2} ${kHeight + 2}`} aria-hidden="true">
      {path && <path d={path} />}
    </svg>
  );
}
