// Groups of curves as one line each: the mean, and a band of one standard deviation around it.

import type { Prepared, Series, Values } from './prepare.ts';

/**
 * The column with its gaps filled on the straight line between its neighbours; before its first and behind its last
 * value it stays empty. Runs log at steps of their own: without this a mean would be taken over others at each place.
 */
export function filled(column: Values, xs: readonly number[]): (number | undefined)[] {
  const result = new Array<number | undefined>(column.length).fill(undefined);
  let last = -1;
  column.forEach((value, at) => {
    if (typeof value !== 'number') return;
    result[at] = value;
    if (last >= 0) {
      const [from, start] = [column[last] as number, xs[last] ?? 0];
      const slope = (value - from) / ((xs[at] ?? 0) - start);
      for (let gap = last + 1; gap < at; gap++) result[gap] = from + slope * ((xs[gap] ?? 0) - start);
    }
    last = at;
  });
  return result;
}

interface Band {
  mean: Values;
  low: Values;
  high: Values;
}

function bandOf(columns: readonly (number | undefined)[][], length: number): Band {
  const empty = (): Values => new Array<undefined>(length).fill(undefined);
  const band: Band = { mean: empty(), low: empty(), high: empty() };
  for (let at = 0; at < length; at++) {
    const values = columns.map((column) => column[at]).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
    band.mean[at] = mean;
    band.low[at] = mean - deviation;
    band.high[at] = mean + deviation;
  }
  return band;
}

/** One series for each group of the given ones, in the order of their first members. */
export function bandsOf(
  series: readonly Series[],
  prepared: Prepared,
  nameOf: (group: string) => string,
): { series: Series[]; prepared: Prepared } {
  const groups = new Map<string, number[]>();
  series.forEach(({ group = '' }, index) => {
    const members = groups.get(group);
    if (members) members.push(index);
    else groups.set(group, [index]);
  });
  const { xs, lines } = prepared;
  const bands = [...groups.values()].map((members) =>
    bandOf(
      members.map((index) => filled(lines[index] ?? [], xs)),
      xs.length,
    ),
  );
  return {
    series: [...groups].flatMap(([group, members]): Series[] => {
      const first = series[members[0] ?? -1];
      if (!first) return [];
      const live = members.some((index) => series[index]?.live);
      return [{ ...first, id: group, label: `${nameOf(group)} (${members.length})`, live }];
    }),
    prepared: {
      xs,
      lines: bands.map((band) => band.mean),
      faint: [],
      low: bands.map((band) => band.low),
      high: bands.map((band) => band.high),
    },
  };
}
