import { useId } from 'react';
import { PopoverButton } from '../ui/popover.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './chart-settings-bar.module.css';
import { type ChartSettings, type GroupDrawing, kMaxPerRow, type XAxis } from './settings.ts';

interface Props {
  settings: ChartSettings;
  /** Whether the runs are grouped. */
  grouped: boolean;
  onChange: (part: Partial<ChartSettings>) => void;
}

const kAxes: { value: XAxis; label: string }[] = [
  { value: 'step', label: 'Step' },
  { value: 'relative', label: 'Duration' },
  { value: 'time', label: 'Time' },
];

const kGroupDrawings: { value: GroupDrawing; label: string }[] = [
  { value: 'band', label: 'Means' },
  { value: 'curves', label: 'All curves' },
  { value: 'box', label: 'Boxes' },
];

export function ChartSettingsBar({ settings, grouped, onChange }: Props) {
  return (
    <>
      <Segments label="Horizontal axis" options={kAxes} value={settings.x} onChange={(x) => onChange({ x })} />
      <PopoverButton label="Drawing" trailing="down" align="end" className={styles.panel}>
        {() => (
          <div className={styles.form}>
            <Slider
              label="Smoothing"
              shown={settings.smoothing.toFixed(2)}
              min={0}
              max={0.99}
              step={0.01}
              value={settings.smoothing}
              onChange={(smoothing) => onChange({ smoothing })}
            />
            <Slider
              label="Charts in a row"
              shown={String(settings.perRow)}
              min={1}
              max={kMaxPerRow}
              step={1}
              value={settings.perRow}
              onChange={(perRow) => onChange({ perRow })}
            />
            {grouped && (
              <Segments
                label="Groups as"
                options={kGroupDrawings}
                value={settings.groups}
                onChange={(groups) => onChange({ groups })}
              />
            )}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={settings.legend}
                onChange={(event) => onChange({ legend: event.target.checked })}
              />
              Names under each chart
            </label>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={settings.logY}
                onChange={(event) => onChange({ logY: event.target.checked })}
              />
              Logarithmic values
            </label>
            {settings.x !== 'time' && (
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={settings.logX}
                  onChange={(event) => onChange({ logX: event.target.checked })}
                />
                Logarithmic {settings.x === 'step' ? 'steps' : 'durations'}
              </label>
            )}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={settings.clip}
                onChange={(event) => onChange({ clip: event.target.checked })}
              />
              Leave out outliers
            </label>
          </div>
        )}
      </PopoverButton>
    </>
  );
}

interface SliderProps {
  label: string;
  shown: string;
  min: number;
  max: number;
  step: number;
  value: number;
  onChange: (value: number) => void;
}

function Slider({ label, shown, onChange, ...range }: SliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{shown}</output>
      <input id={id} type="range" {...range} onChange={(event) => onChange(Number(event.target.value))} />
    </div>
  );
}
