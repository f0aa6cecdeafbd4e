import type { RenderFunction } from "@observablehq/plot";
import type { OutcomeMap, Point } from "../data";
import { svg } from "../element";
import { window_clip } from "./density_tiles";
import { size, type Box } from "./map_box";

const k_colours = 8;
/** Steps that read well. */
const k_round = [1, 2, 2.5, 5, 10];

/** Square tiles over the window, each with the place that lies nearest to its middle. */
export interface Raster {
  x: number;
  y: number;
  side: number;
  columns: number;
  rows: number;
  place: Int32Array;
}

/** About as many tiles as places; where no place lies in a tile the nearest fills it, ring by ring. */
export function raster_of(map: OutcomeMap, box: Box): Raster {
  const side = Math.sqrt((size(box.x) * size(box.y)) / Math.max(1, map.x.length)) || 1;
  const columns = Math.max(1, Math.ceil(size(box.x) / side));
  const rows = Math.max(1, Math.ceil(size(box.y) / side));
  const place = new Int32Array(columns * rows).fill(-1);
  const middle_off = (i: number, tile: number): number =>
    Math.hypot((map.x[i] as number) - box.x[0] - ((tile % columns) + 0.5) * side, (map.y[i] as number) - box.y[0] - (Math.floor(tile / columns) + 0.5) * side);
  const offer = (tile: number, i: number): void => {
    const now = place[tile] as number;
    if (now < 0 || middle_off(i, tile) < middle_off(now, tile)) place[tile] = i;
  };
  const bound = (at: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(at)));
  map.x.forEach((x, i) => offer(bound(((map.y[i] as number) - box.y[0]) / side, rows) * columns + bound((x - box.x[0]) / side, columns), i));
  for (let is_open = true, left = columns + rows; is_open && left > 0; --left) {
    is_open = false;
    const before = place.slice();
    for (let tile = 0; tile < place.length; ++tile) {
      if ((before[tile] as number) >= 0) continue;
      is_open = true;
      const [k, j] = [tile % columns, Math.floor(tile / columns)];
      for (const [dk, dj] of [[-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
        const near = k + dk < 0 || k + dk >= columns || j + dj < 0 || j + dj >= rows ? -1 : before[(j + dj) * columns + k + dk] as number;
        if (near >= 0) offer(tile, near);
      }
    }
  }
  return { x: box.x[0], y: box.y[0], side, columns, rows, place };
}

/** Edges between steps of colour; none where all is alike. */
export interface Steps {
  edges: number[];
}

export function even_steps(low: number, high: number): Steps {
  if (!(high > low) || !(high > 0.005)) return { edges: [] };
  const wanted = (high - low) / k_colours;
  const scale = 10 ** Math.floor(Math.log10(wanted));
  const step = scale * (k_round.find((one) => wanted / scale <= one + 1e-9) ?? 10);
  const first = Math.floor(low / step) + 1;
  const edges: number[] = [];
  for (let k = first; k * step < high && edges.length < k_colours - 1; ++k) edges.push(Number((k * step).toPrecision(6)));
  return { edges };
}

export function colour_of_step({ edges }: Steps, at: number): string {
  return `var(--dense-${edges.length === 0 ? 0 : Math.round((at * (k_colours - 1)) / edges.length)})`;
}

function step_of({ edges }: Steps, value: number): number {
  const at = edges.findIndex((edge) => value < edge);
  return at < 0 ? edges.length : at;
}

/** All tiles as one path per colour, cut at the window. */
export function places_mark(raster: Raster, values: number[], steps: Steps, window: Point[]): RenderFunction {
  return (_, scales) => {
    const x_of = scales["x"] as (x: number) => number;
    const y_of = scales["y"] as (y: number) => number;
    const column = Array.from({ length: raster.columns + 1 }, (_, i) => Math.round(x_of(raster.x + i * raster.side)));
    const row = Array.from({ length: raster.rows + 1 }, (_, i) => Math.round(y_of(raster.y + i * raster.side)));
    const parts = Array.from({ length: steps.edges.length + 1 }, () => [] as string[]);
    raster.place.forEach((place, tile) => {
      const value = values[place];
      if (value === undefined || !Number.isFinite(value)) return;
      const [k, j] = [tile % raster.columns, Math.floor(tile / raster.columns)];
      parts[step_of(steps, value)]?.push(`M${column[k]} ${row[j]}H${column[k + 1]}V${row[j + 1]}H${column[k]}Z`);
    });
    const clip = window.length > 2 ? window_clip(window, x_of, y_of) : null;
    const group = svg("g", { class: "tiles", "shape-rendering": "crispEdges", "clip-path": clip ? `url(#${clip.id})` : undefined }, clip);
    parts.forEach((paths, at) => {
      if (paths.length === 0) return;
      const made = svg("path", { d: paths.join("") });
      made.style.fill = colour_of_step(steps, at);
      group.append(made);
    });
    return group;
  };
}
