import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { StepRange } from '../api/metrics.ts';
import type { Run } from '../api/run.ts';
import { download } from '../state/download.ts';
import { useSettled } from '../state/use-settled.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { bandsOf } from './bands.ts';
import { BarList } from './bar-list.tsx';
import { csvOfSeries, saveCanvas } from './export.ts';
import type { Grouping } from './grouping.ts';
import type { Range } from './line-plot.tsx';
import styles from './metric-panel.module.css';
import { prepare } from './prepare.ts';
import { type ChartSettings, kUsualCharts } from './settings.ts';
import { svgOf } from './svg-export.ts';
import { useHistories } from './use-histories.ts';
import { useInSight } from './use-in-sight.ts';

const kZoomPause = 150;

const LinePlot = lazy(() => import('./line-plot.tsx'));

interface Props {
  metric: string;
  runs: readonly Run[];
  settings: ChartSettings;
  grouping: Grouping | undefined;
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
  onHide: (() => void) | undefined;
}

/** One metric of the runs as a chart. Asks for nothing until it comes into sight. */
export function MetricPanel({ metric, runs, settings, grouping, range, onRange, onHide }: Props) {
  const frame = useRef<HTMLElement>(null);
  const inSight = useInSight(frame);
  const [large, setLarge] = useState(false);
  const asked = useSettled(range, kZoomPause);
  const steps = useMemo(() => stepsOf(asked, settings), [asked, settings]);
  const { series, isPending, error } = useHistories(runs, metric, steps, inSight, grouping);

  const banded = settings.groups === 'band' ? grouping : undefined;
  const saveSvg = () => {
    const all = prepare(series, settings);
    const drawn = banded ? bandsOf(series, all, banded.shortName) : { series, prepared: all };
    download(`${fileName}.svg`, 'image/svg+xml', svgOf({ title: metric, settings, range, ...drawn }));
  };

  const fileName = metric.replace(/[^\w.-]+/g, '_');
  const items: MenuItem[] = [
    { label: large ? 'Smaller' : 'Larger', onSelect: () => setLarge(!large) },
    ...(range ? [{ label: 'Show the whole range', icon: 'restore' as const, onSelect: () => onRange(undefined) }] : []),
    {
      label: 'Save as PNG',
      icon: 'download',
      separated: true,
      onSelect: () => saveCanvas(frame.current?.querySelector('canvas'), `${fileName}.png`),
    },
    { label: 'Save as SVG', icon: 'download', onSelect: saveSvg },
    {
      label: 'Save as CSV',
      icon: 'download',
      onSelect: () => download(`${fileName}.csv`, 'text/csv', csvOfSeries(series)),
    },
    ...(onHide ? [{ label: 'Hide', icon: 'eyeOff' as const, separated: true, onSelect: onHide }] : []),
  ];
  return (
    <article ref={frame} className={styles.panel} aria-label={metric} data-large={large || undefined}>
      <header className={styles.header}>
        <h3 className={styles.title} title={metric}>
          {metric}
        </h3>
        <Menu look="plain" icon="more" iconOnly align="end" label={`Chart of ${metric}`} items={items} />
      </header>
      <div className={styles.body}>
        {error ? (
          <p role="alert">{error.message}</p>
        ) : series.length > 0 && series.every(({ points }) => points.steps.length === 1) && !range ? (
          <BarList series={series} />
        ) : series.length > 0 ? (
          <Suspense fallback={null}>
            <LinePlot
              label={`${metric} of ${series.length} run${series.length === 1 ? '' : 's'}`}
              series={series}
              banded={banded}
              settings={settings}
              range={range}
              onRange={onRange}
            />
          </Suspense>
        ) : (
          inSight && !isPending && <p className={styles.none}>None of these runs has it.</p>
        )}
      </div>
    </article>
  );
}

// Only steps can be asked for; times are zoomed in what is there. A little more than is seen, for the next move.
function stepsOf(range: Range | undefined, { x }: ChartSettings): StepRange | undefined {
  if (!range || x !== kUsualCharts.x) return undefined;
  const margin = (range.max - range.min) / 4;
  return { from: Math.floor(range.min - margin), to: Math.ceil(range.max + margin) };
}
