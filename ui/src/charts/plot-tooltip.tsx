import { formatNumber } from '../runs/number.ts';
import { absoluteTime, duration } from '../state/time.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import styles from './line-plot.module.css';
import type { XAxis } from './settings.ts';

export interface HoverValue {
  id: string;
  label: string;
  colour: string;
  value: number;
}

interface Props {
  x: number;
  axis: XAxis;
  left: number;
  values: HoverValue[];
  /** Lets it go, where it was pinned; pinned it shows every value. */
  onUnpin: (() => void) | undefined;
}

const kMostShown = 14;
const kSwitchSides = 160;

/** Every value at the pointer's place, the largest first. */
export function PlotTooltip({ x, axis, left, values, onUnpin }: Props) {
  const shown = onUnpin ? values : values.slice(0, kMostShown);
  const onLeft = left > kSwitchSides;
  return (
    <div className={classes(styles.tooltip, onLeft ? styles.onLeft : styles.onRight, onUnpin && styles.pinned)}>
      <div className={styles.place}>
        {placeName(x, axis)}
        {onUnpin && (
          <Button look="plain" icon="close" iconOnly onClick={onUnpin}>
            Unpin
          </Button>
        )}
      </div>
      {shown.map(({ id, label, colour, value }) => (
        <div key={id} className={styles.value}>
          <span className={styles.dot} style={{ background: colour }} />
          <span className={styles.run}>{label}</span>
          <span>{formatNumber(value)}</span>
        </div>
      ))}
      {values.length > shown.length && <div className={styles.place}>and {values.length - shown.length} more</div>}
    </div>
  );
}

function placeName(x: number, axis: XAxis): string {
  if (axis === 'time') return absoluteTime(x * 1000);
  return axis === 'relative' ? `after ${duration(x * 1000)}` : `step ${x}`;
}
