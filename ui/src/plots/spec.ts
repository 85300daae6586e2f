// Charts across runs: each run is a point or a line, placed by its parameters and last metric values. A spec names the
// columns ("metrics.auc", "params.lr") and lives in the address with the other settings.

export type PlotSpec =
  | { kind: 'scatter'; x: string; y: string; colour: string }
  | { kind: 'parallel'; axes: string[]; colour: string }
  | { kind: 'contour'; x: string; y: string; z: string }
  | { kind: 'bar'; metric: string }
  | { kind: 'box'; metric: string; by: string }
  | { kind: 'importance'; metric: string };

export type PlotKind = PlotSpec['kind'];

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function specOf(value: unknown): PlotSpec | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, x, y, z, colour, axes, metric, by } = value as Record<string, unknown>;
  if (kind === 'scatter' && isText(x) && isText(y)) return { kind, x, y, colour: isText(colour) ? colour : '' };
  if (kind === 'parallel' && Array.isArray(axes)) {
    return { kind, axes: axes.filter(isText), colour: isText(colour) ? colour : '' };
  }
  if (kind === 'contour' && isText(x) && isText(y) && isText(z)) return { kind, x, y, z };
  if (kind === 'bar' && isText(metric)) return { kind, metric };
  if (kind === 'box' && isText(metric) && isText(by)) return { kind, metric, by };
  if (kind === 'importance' && isText(metric)) return { kind, metric };
  return undefined;
}

/** What of a foreign value is a list of specs. */
export function readSpecs(value: unknown): PlotSpec[] {
  return Array.isArray(value) ? value.flatMap((each) => specOf(each) ?? []) : [];
}

const kMostAxes = 6;

/** A first guess at what somebody wants to see; `metrics` and `params` are column ids, the telling ones first. */
export function usualSpec(kind: PlotKind, metrics: readonly string[], params: readonly string[]): PlotSpec {
  const [metric = '', second = metric] = metrics;
  switch (kind) {
    case 'scatter':
      return { kind, x: params[0] ?? second, y: metric, colour: '' };
    case 'parallel':
      return { kind, axes: [...params.slice(0, kMostAxes - 1), metric], colour: metric };
    case 'contour':
      return { kind, x: params[0] ?? second, y: params[1] ?? second, z: metric };
    case 'box':
      return { kind, metric, by: params[0] ?? '' };
    case 'bar':
    case 'importance':
      return { kind, metric };
  }
}

/** The columns that a chart draws; `all` are those that there are. */
export function columnsIn(spec: PlotSpec, all: { metrics: string[]; params: string[] }): string[] {
  return [...new Set(named(spec, all).filter((id) => id !== ''))];
}

function named(spec: PlotSpec, { params }: { params: string[] }): string[] {
  switch (spec.kind) {
    case 'scatter':
      return [spec.x, spec.y, spec.colour];
    case 'parallel':
      return [...spec.axes, spec.colour];
    case 'contour':
      return [spec.x, spec.y, spec.z];
    case 'box':
      return [spec.by, spec.metric];
    case 'bar':
      return [spec.metric];
    case 'importance':
      return [...params, spec.metric];
  }
}
