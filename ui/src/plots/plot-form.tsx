import { columnName } from '../runs/column.ts';
import { PopoverButton } from '../ui/popover.tsx';
import styles from './plot-panel.module.css';
import type { Columns } from './plot-panel.tsx';
import type { PlotSpec } from './spec.ts';

interface Props {
  spec: PlotSpec;
  columns: Columns;
  onChange: (spec: PlotSpec) => void;
}

/** What a plot shows: a select for each of its sides. */
export function PlotForm({ spec, columns, onChange }: Props) {
  switch (spec.kind) {
    case 'scatter':
      return (
        <>
          <Pick label="Across" value={spec.x} columns={columns} onChange={(x) => onChange({ ...spec, x })} />
          <Pick label="Up" value={spec.y} columns={columns} onChange={(y) => onChange({ ...spec, y })} />
          <Pick
            label="Colour"
            value={spec.colour}
            columns={columns}
            none="by run"
            onChange={(colour) => onChange({ ...spec, colour })}
          />
        </>
      );
    case 'parallel':
      return (
        <>
          <Axes chosen={spec.axes} columns={columns} onChange={(axes) => onChange({ ...spec, axes })} />
          <Pick
            label="Colour"
            value={spec.colour}
            columns={columns}
            none="by run"
            onChange={(colour) => onChange({ ...spec, colour })}
          />
        </>
      );
    case 'contour':
      return (
        <>
          <Pick label="Across" value={spec.x} columns={columns} onChange={(x) => onChange({ ...spec, x })} />
          <Pick label="Up" value={spec.y} columns={columns} onChange={(y) => onChange({ ...spec, y })} />
          <Pick label="Height" value={spec.z} columns={columns} onChange={(z) => onChange({ ...spec, z })} />
        </>
      );
    case 'bar':
      return (
        <Pick
          label="Of"
          value={spec.metric}
          columns={{ metrics: columns.metrics, params: [] }}
          onChange={(metric) => onChange({ ...spec, metric })}
        />
      );
    case 'box':
      return (
        <>
          <Pick
            label="Of"
            value={spec.metric}
            columns={{ metrics: columns.metrics, params: [] }}
            onChange={(metric) => onChange({ ...spec, metric })}
          />
          <Pick
            label="for each"
            value={spec.by}
            columns={{ metrics: [], params: columns.params }}
            none="run together"
            onChange={(by) => onChange({ ...spec, by })}
          />
        </>
      );
    case 'importance':
      return (
        <Pick
          label="Parameters that go with"
          value={spec.metric}
          columns={{ metrics: columns.metrics, params: [] }}
          onChange={(metric) => onChange({ ...spec, metric })}
        />
      );
  }
}

interface PickProps {
  label: string;
  value: string;
  columns: Columns;
  /** The name of no column, where that is a choice. */
  none?: string;
  onChange: (id: string) => void;
}

function Pick({ label, value, columns, none, onChange }: PickProps) {
  const { metrics, params } = columns;
  const known = value === '' || metrics.includes(value) || params.includes(value);
  return (
    <label className={styles.field}>
      {label}
      <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {!known && <option value={value}>{nameOf(value)}</option>}
        <Group label="Metrics" ids={metrics} />
        <Group label="Parameters" ids={params} />
      </select>
    </label>
  );
}

function Group({ label, ids }: { label: string; ids: string[] }) {
  if (ids.length === 0) return null;
  return (
    <optgroup label={label}>
      {ids.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </optgroup>
  );
}

function nameOf(id: string): string {
  return columnName(id)?.key ?? id;
}

interface AxesProps {
  chosen: string[];
  columns: Columns;
  onChange: (axes: string[]) => void;
}

function Axes({ chosen, columns, onChange }: AxesProps) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <PopoverButton look="plain" label={`${chosen.length} axes`} trailing="down" className={styles.axes}>
      {() =>
        [...columns.params, ...columns.metrics].map((id) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {nameOf(id)}
          </label>
        ))
      }
    </PopoverButton>
  );
}
