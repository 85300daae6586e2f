// All charts of some runs: one panel a metric, in sections by prefix, with one zoom for all.

import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import type { Run } from '../api/run.ts';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { arranged } from './arrangement.ts';
import styles from './chart-board.module.css';
import { ChartSettingsBar } from './chart-settings-bar.tsx';
import type { Grouping } from './grouping.ts';
import type { Range } from './line-plot.tsx';
import { MetricPanel } from './metric-panel.tsx';
import { isSystemMetric, type Section, sectionsOf } from './sections.ts';
import type { ChartSettings } from './settings.ts';
import { type PanelPlace, usePlaces } from './use-places.ts';

interface Props {
  runs: readonly Run[];
  /** The metrics to draw. */
  metrics: readonly string[];
  settings: ChartSettings;
  onSettings: (settings: ChartSettings) => void;
  /** How the runs belong together, if they are grouped. */
  grouping?: Grouping | undefined;
  /** What stands over the metrics. */
  children?: ReactNode;
}

export function ChartBoard({ runs, metrics, settings, onSettings, grouping, children }: Props) {
  const [search, setSearch] = useState('');
  const [zoom, setZoom] = useState<{ axis: string; range: Range }>();
  const sections = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const hidden = new Set(settings.hidden);
    return sectionsOf(metrics.filter((key) => !hidden.has(key) && key.toLowerCase().includes(wanted)));
  }, [metrics, search, settings.hidden]);

  if (metrics.length === 0) return <Notice title="These runs have no metrics yet" />;
  // A range of steps says nothing about times.
  const range = zoom?.axis === settings.x ? zoom.range : undefined;
  const change = (part: Partial<ChartSettings>) => onSettings({ ...settings, ...part });
  const toggle = (prefix: string) =>
    change({
      folded: settings.folded.includes(prefix)
        ? settings.folded.filter((each) => each !== prefix)
        : [...settings.folded, prefix],
    });
  return (
    <div className={styles.board}>
      {children}
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField label="Find a metric" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
        <ChartSettingsBar settings={settings} grouped={grouping !== undefined} onChange={change} />
        {range && (
          <Button icon="restore" onClick={() => setZoom(undefined)}>
            Whole range
          </Button>
        )}
        {settings.hidden.length > 0 && (
          <Button onClick={() => change({ hidden: [] })}>Show {settings.hidden.length} hidden</Button>
        )}
      </div>
      {sections.map((section) => (
        <BoardSection
          key={section.prefix}
          section={section}
          named={sections.length > 1}
          folded={isFolded(section.prefix, settings, sections.length)}
          settings={settings}
          onToggle={() => toggle(section.prefix)}
          onArrange={change}
        >
          {(metric, place) => (
            <MetricPanel
              key={metric}
              metric={metric}
              runs={runs}
              settings={settings}
              grouping={grouping}
              range={range}
              place={place}
              onRange={(next) => setZoom(next && { axis: settings.x, range: next })}
              onHide={() => change({ hidden: [...settings.hidden, metric] })}
            />
          )}
        </BoardSection>
      ))}
      {sections.length === 0 && <p className={styles.none}>No metric has this name.</p>}
    </div>
  );
}

// What the machine did waits folded among the rest; the settings name what the reader turned over.
function isFolded(prefix: string, settings: ChartSettings, sections: number): boolean {
  const usually = sections > 1 && isSystemMetric(prefix);
  return settings.folded.includes(prefix) !== usually;
}

interface SectionProps {
  section: Section;
  named: boolean;
  folded: boolean;
  settings: ChartSettings;
  onToggle: () => void;
  onArrange: (part: Partial<ChartSettings>) => void;
  children: (metric: string, place: PanelPlace) => ReactNode;
}

function BoardSection({ section, named, folded, settings, onToggle, onArrange, children }: SectionProps) {
  const { prefix, keys } = section;
  const placeOf = usePlaces(keys, settings, onArrange);
  return (
    <section aria-label={prefix || 'Metrics'}>
      {named && (
        <button type="button" className={styles.heading} aria-expanded={!folded} onClick={onToggle}>
          <Icon name={folded ? 'right' : 'down'} />
          <h2>{prefix || 'Metrics'}</h2>
          <span className={styles.count}>{keys.length}</span>
        </button>
      )}
      {!folded && (
        <div className={styles.panels} style={{ '--per-row': settings.perRow } as CSSProperties}>
          {arranged(keys, settings.order).map((metric) => children(metric, placeOf(metric)))}
        </div>
      )}
    </section>
  );
}
