// What stands in a cell of the runs table.

import { isLive, type Run } from '../../api/run.ts';
import { useExperiment } from '../../experiments/use-experiments.ts';
import { duration } from '../../state/time.ts';
import { Time, useSeconds } from '../../ui/time.tsx';
import { durationOf, kAttributes } from '../column.ts';
import type { Column } from '../columns.ts';
import { formatNumber } from '../number.ts';
import { type Summarized, statisticOf } from '../statistic.ts';
import { RunStatusIcon } from './run-status.tsx';
import { Sparkline } from './sparkline.tsx';
import { useSummary } from './use-summaries.ts';

export function CellContent({ run, column }: { run: Run; column: Column }) {
  switch (column.kind) {
    case 'metrics': {
      const metric = run.metrics.get(column.key);
      if (!metric) return null;
      const value =
        column.statistic.kind === 'last' ? (
          <span title={`${metric.value} at step ${metric.step}`}>{formatNumber(metric.value)}</span>
        ) : (
          <SummaryValue run={run} column={column} statistic={column.statistic} />
        );
      return column.curve ? (
        <>
          <Sparkline run={run.id} metric={column.key} live={isLive(run.info)} />
          {value}
        </>
      ) : (
        value
      );
    }
    case 'params':
      return <Text value={run.params.get(column.key)} />;
    case 'tags':
      return <Text value={run.tags.get(column.key)} />;
    case 'attributes':
      return <Attribute run={run} name={column.key} />;
  }
}

function SummaryValue({ run, column, statistic }: { run: Run; column: Column; statistic: Summarized }) {
  const summary = useSummary(run, column);
  const value = summary ? statisticOf(summary, statistic) : undefined;
  return value === undefined ? null : (
    <span title={`${value}, of ${summary?.count} points`}>{formatNumber(value)}</span>
  );
}

function Text({ value }: { value: string | number | undefined }) {
  return value === undefined ? null : <span title={String(value)}>{value}</span>;
}

function Attribute({ run, name }: { run: Run; name: string }) {
  switch (name) {
    case 'start_time':
    case 'end_time':
      return <Time at={name === 'start_time' ? run.info.start_time : run.info.end_time} />;
    case 'duration':
      return isLive(run.info) ? <RunningDuration run={run} /> : <Duration milliseconds={durationOf(run, 0)} />;
    case 'experiment_id':
      return <ExperimentName id={run.info.experiment_id} />;
    case 'status':
      return <RunStatusIcon status={run.info.status} named />;
    default:
      return <Text value={kAttributes[name]?.value(run)} />;
  }
}

function Duration({ milliseconds }: { milliseconds: number | undefined }) {
  return milliseconds === undefined ? null : <span>{duration(milliseconds)}</span>;
}

// Apart from the others, so that only running runs follow the clock.
function RunningDuration({ run }: { run: Run }) {
  return <Duration milliseconds={durationOf(run, useSeconds())} />;
}

function ExperimentName({ id }: { id: string }) {
  const { data } = useExperiment(id);
  return <Text value={data?.name ?? id} />;
}
