import { type CSSProperties, lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { StepRange } from '../api/metrics.ts';
import type { Run } from '../api/run.ts';
import { useSize } from '../plots/use-size.ts';
import { useSettled } from '../state/use-settled.ts';
import { classes } from '../ui/classes.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { bandsOf } from './bands.ts';
import { type Bar, BarList } from './bar-list.tsx';
import { chartSvg } from './chart-svg.ts';
import { csvOfSeries } from './export.ts';
import { GroupBoxes } from './group-boxes.tsx';
import type { Grouping } from './grouping.ts';
import { Legend } from './legend.tsx';
import type { Range } from './line-plot.tsx';
import styles from './metric-panel.module.css';
import { PanelResizer } from './panel-resizer.tsx';
import { prepare, type Series } from './prepare.ts';
import { saveItems } from './save-items.ts';
import { type ChartSettings, kUsualCharts } from './settings.ts';
import { svgOf } from './svg-export.ts';
import { useHistories } from './use-histories.ts';
import { useInSight } from './use-in-sight.ts';
import type { PanelPlace } from './use-places.ts';

const kZoomPause = 150;

const LinePlot = lazy(() => import('./line-plot.tsx'));

interface Props {
  metric: string;
  runs: readonly Run[];
  settings: ChartSettings;
  grouping: Grouping | undefined;
  range: Range | undefined;
  place: PanelPlace;
  onRange: (range: Range | undefined) => void;
  onHide: () => void;
}

/** One metric of the runs as a chart. Asks for nothing until it comes into sight. */
export function MetricPanel({ metric, runs, settings, grouping, range, place, onRange, onHide }: Props) {
  const frame = useRef<HTMLElement>(null);
  const inSight = useInSight(frame);
  const { width } = useSize(frame);
  const asked = useSettled(range, kZoomPause);
  const steps = useMemo(() => stepsOf(asked, settings), [asked, settings]);
  const boxed = grouping !== undefined && settings.groups === 'box';
  const found = useHistories(runs, metric, { range: steps, width, enabled: inSight && width > 0 && !boxed, grouping });
  const { series, isPending, error } = found;
  const once = series.length > 0 && series.every(({ points }) => points.steps.length === 1) && !range;

  const banded = settings.groups === 'band' ? grouping : undefined;
  const lineSvg = () => {
    const all = prepare(series, settings);
    const drawn = banded ? bandsOf(series, all, banded.shortName) : { series, prepared: all };
    return svgOf({ title: metric, settings, range, ...drawn });
  };
  const saving = saveItems(metric, {
    canvas: () => frame.current?.querySelector('canvas'),
    svg: () => (once || boxed ? chartSvg(frame.current, metric) : lineSvg()),
    csv: () => csvOfSeries(boxed ? lastValues(runs, metric) : series),
  });
  const whole: MenuItem = { label: 'Show the whole range', icon: 'restore', onSelect: () => onRange(undefined) };
  const items: MenuItem[] = [
    ...sizeItems(place),
    ...(range ? [whole] : []),
    ...saving,
    { label: 'Hide', icon: 'eyeOff', separated: true, onSelect: onHide },
  ];
  return (
    <article
      ref={frame}
      className={classes(styles.panel, place.target && styles.dropBefore)}
      style={{ '--columns': place.size.columns, '--rows': place.size.rows } as CSSProperties}
      aria-label={metric}
      onDragOver={(event) => {
        event.preventDefault();
        place.onDragOver();
      }}
      onDrop={place.onDrop}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu moves the panel too, by keys */}
      <header className={styles.header} draggable onDragStart={place.onDrag} onDragEnd={place.onDrop}>
        <h3 className={styles.title} title={metric}>
          {metric}
        </h3>
        <Menu look="plain" icon="more" iconOnly align="end" label={`Chart of ${metric}`} items={items} />
      </header>
      <div className={styles.body}>
        {error ? (
          <p role="alert">{error.message}</p>
        ) : boxed ? (
          <GroupBoxes runs={runs} metric={metric} grouping={grouping} />
        ) : once ? (
          <BarList bars={series.map(barOf)} />
        ) : series.length > 0 ? (
          <Lines {...{ metric, series, banded, settings, range, onRange }} />
        ) : (
          inSight && !isPending && <p className={styles.none}>None of these runs has it.</p>
        )}
      </div>
      <PanelResizer panel={frame} place={place} />
    </article>
  );
}

/** Of a metric that was logged once. */
function barOf({ id, label, colour, points }: Series): Bar {
  return { id, label, colour, value: points.values[0] ?? Number.NaN };
}

interface LinesProps extends Pick<Props, 'metric' | 'settings' | 'range' | 'onRange'> {
  series: Series[];
  banded: Grouping | undefined;
}

/** The curves, and their names below where they are wanted. */
function Lines({ metric, series, banded, settings, range, onRange }: LinesProps) {
  const [highlight, setHighlight] = useState<string>();
  const entries = useMemo(() => (banded ? groupEntries(series, banded) : series), [series, banded]);
  return (
    <>
      <div className={styles.lines}>
        <Suspense fallback={null}>
          <LinePlot
            label={`${metric} of ${series.length} run${series.length === 1 ? '' : 's'}`}
            series={series}
            banded={banded}
            settings={settings}
            range={range}
            highlight={highlight}
            onRange={onRange}
          />
        </Suspense>
      </div>
      {settings.legend && <Legend entries={entries} onHighlight={setHighlight} />}
    </>
  );
}

function groupEntries(series: readonly Series[], { shortName, colours }: Grouping) {
  const groups = [...new Set(series.map(({ group = '' }) => group))];
  return groups.map((group) => ({ id: group, label: shortName(group), colour: colours.get(group) ?? '' }));
}

function sizeItems({ size, perRow, onSize, onMove }: PanelPlace): MenuItem[] {
  const { columns, rows } = size;
  const usual = columns === 1 && rows === 1;
  return [
    usual
      ? { label: 'Larger', onSelect: () => onSize({ columns: perRow, rows: 2 }) }
      : { label: 'Usual size', onSelect: () => onSize({ columns: 1, rows: 1 }) },
    { label: 'Wider', disabled: columns === perRow, onSelect: () => onSize({ columns: columns + 1, rows }) },
    { label: 'Narrower', disabled: columns === 1, onSelect: () => onSize({ columns: columns - 1, rows }) },
    { label: 'Higher', onSelect: () => onSize({ columns, rows: rows + 1 }) },
    { label: 'Lower', disabled: rows === 1, onSelect: () => onSize({ columns, rows: rows - 1 }) },
    { label: 'Move left', separated: true, onSelect: () => onMove(-1) },
    { label: 'Move right', onSelect: () => onMove(1) },
  ];
}

// What boxes are made of, as the curves that the file is written from.
function lastValues(runs: readonly Run[], metric: string): Series[] {
  return runs.flatMap((run): Series[] => {
    const last = run.metrics.get(metric);
    if (!last) return [];
    const points = { steps: [last.step], times: [last.timestamp], values: [last.value] };
    return [{ id: run.id, label: run.info.run_name, colour: '', live: false, points }];
  });
}

// Only steps can be asked for; times are zoomed in what is there. A little more than is seen, for the next move.
function stepsOf(range: Range | undefined, { x }: ChartSettings): StepRange | undefined {
  if (!range || x !== kUsualCharts.x) return undefined;
  const margin = (range.max - range.min) / 4;
  return { from: Math.floor(range.min - margin), to: Math.ceil(range.max + margin) };
}
