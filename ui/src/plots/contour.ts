// A surface over two columns out of scattered runs, and its lines of equal height. Pure; all places are 0 to 1.

export interface Sample {
  x: number;
  y: number;
  value: number;
}

/** Heights at the corners of cells, row by row from the bottom. */
export interface Surface {
  columns: number;
  rows: number;
  heights: Float64Array;
}

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Shepard's weights: near samples count more than far ones, and at a sample the surface has its very value. */
export function surfaceOf(samples: readonly Sample[], columns: number, rows: number): Surface {
  const heights = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      heights[row * columns + column] = heightAt(samples, column / (columns - 1), row / (rows - 1));
    }
  }
  return { columns, rows, heights };
}

function heightAt(samples: readonly Sample[], x: number, y: number): number {
  let sum = 0;
  let weights = 0;
  for (const sample of samples) {
    const square = (sample.x - x) ** 2 + (sample.y - y) ** 2;
    if (square < 1e-12) return sample.value;
    // The fourth power of the distance: runs far away must not flatten the surface.
    const weight = 1 / (square * square);
    sum += weight * sample.value;
    weights += weight;
  }
  return weights > 0 ? sum / weights : Number.NaN;
}

/** Where the surface crosses a height, as short lines through its cells (marching squares). */
export function levelLines({ columns, rows, heights }: Surface, level: number): Segment[] {
  const lines: Segment[] = [];
  const at = (column: number, row: number) => heights[row * columns + column] ?? Number.NaN;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossings = corners.flatMap((from, index) => {
        const to = corners[(index + 1) % 4] ?? from;
        const [a, b] = [at(...from), at(...to)];
        if (a < level === b < level) return [];
        const share = (level - a) / (b - a);
        return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const];
      });
      // Four crossings are a saddle: the lines around two opposite corners.
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = crossings.slice(index, index + 2);
        lines.push([x1 / (columns - 1), y1 / (rows - 1), x2 / (columns - 1), y2 / (rows - 1)]);
      }
    }
  }
  return lines;
}
