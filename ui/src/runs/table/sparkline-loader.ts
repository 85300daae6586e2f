// The histories for sparklines. Rows come into sight one by one, but are asked for together: what is wanted within a
// moment goes into one request for each metric.

import { metricHistories, type Points } from '../../api/metrics.ts';

const kMoment = 30;
const kPoints = 48;
const kMostAtOnce = 100;

interface Wish {
  run: string;
  resolve: (points: Points | null) => void;
  reject: (error: unknown) => void;
}

const waiting = new Map<string, Wish[]>();

async function fulfil(metric: string, wishes: readonly Wish[]): Promise<void> {
  try {
    const ids = wishes.map((wish) => wish.run);
    const histories = await metricHistories(ids, metric, { limit: kPoints });
    for (const { run, resolve } of wishes) resolve(histories.get(run) ?? null);
  } catch (error) {
    for (const { reject } of wishes) reject(error);
  }
}

function send(metric: string): void {
  const wishes = waiting.get(metric) ?? [];
  waiting.delete(metric);
  for (let at = 0; at < wishes.length; at += kMostAtOnce) void fulfil(metric, wishes.slice(at, at + kMostAtOnce));
}

export function loadSparkline(run: string, metric: string): Promise<Points | null> {
  return new Promise((resolve, reject) => {
    const wishes = waiting.get(metric);
    if (wishes) wishes.push({ run, resolve, reject });
    else {
      waiting.set(metric, [{ run, resolve, reject }]);
      setTimeout(() => send(metric), kMoment);
    }
  });
}
