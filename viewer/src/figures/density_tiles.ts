import type { RenderFunction } from "@observablehq/plot";
import type { DensityMap, Point } from "../data";
import { svg, unique_id } from "../element";

const k_colours = 8;
const k_least_inside = 0.25;
const k_mm2_per_cm2 = 100;
const k_steps = [1, 2, 2.5, 5, 10];
const k_far_apart = 3;

/** Steps of density from 0, the last one open; `edges` lie between them [1/cm2]. */
export interface DensityClasses {
  edges: number[];
}

export const density_class_count = ({ edges }: DensityClasses): number => edges.length + 1;

/** Tiles of twice, four times ... the side, by adding up; the map itself for 1. */
export function coarser(map: DensityMap, factor: number): DensityMap {
  if (factor === 1) return map;
  const columns = Math.ceil(map.columns / factor);
  const rows = Math.ceil(map.rows / factor);
  const strikes = new Array<number>(columns * rows).fill(0);
  const inside = new Array<number>(columns * rows).fill(0);
  map.strikes.forEach((count, i) => {
    const to = Math.floor(Math.floor(i / map.columns) / factor) * columns + Math.floor((i % map.columns) / factor);
    strikes[to] = (strikes[to] as number) + count;
    inside[to] = (inside[to] as number) + (map.inside[i] as number) / factor ** 2;
  });
  return { ...map, side: map.side * factor, columns, rows, strikes, inside };
}

/** Strikes per cm2 of window in a tile; null where less than a quarter of it lies inside: too little to tell. */
export function density_at({ strikes, inside, side }: DensityMap, i: number): number | null {
  const share = inside[i] as number;
  return share < k_least_inside ? null : ((strikes[i] as number) * k_mm2_per_cm2) / (share * side * side);
}

export const densities = (map: DensityMap): number[] =>
  map.strikes.map((_, i) => density_at(map, i)).filter((one): one is number => one !== null);

/** The mean over the window [1/cm2]. */
export function mean_density({ strikes, inside, side }: DensityMap): number {
  const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0);
  const area = (sum(inside) * side * side) / k_mm2_per_cm2;
  return area > 0 ? sum(strikes) / area : 0;
}

/** The density that all tiles but the densest fiftieth stay under. */
function most_of(map: DensityMap): number {
  const sorted = densities(map).sort((a, b) => a - b);
  return sorted[Math.floor(0.98 * (sorted.length - 1))] ?? 0;
}

const below = (count: number, edge: (k: number) => number): number[] => Array.from({ length: count - 1 }, (_, k) => edge(k + 1));

/** 1, 2, 5, 10, 20, 50 ... up to the first above `last`. */
function doubling(last: number): number[] {
  const scale = Math.floor(Math.log10(last)) - 3;
  const series = Array.from({ length: 18 }, (_, k) => ([1, 2, 5][k % 3] as number) * 10 ** (scale + Math.floor(k / 3)));
  const end = series.findIndex((one) => one >= last);
  return series.slice(end + 2 - k_colours, end + 1);
}

/** Equal steps; where the maps of several runs lie far apart the steps grow by 2 to 2.5, so that none is all pale or all dark. */
export function density_classes(maps: DensityMap[]): DensityClasses {
  const mosts = maps.map(most_of).filter((one) => one > 0);
  const most = Math.max(0, ...mosts);
  if (!(most > 0)) return { edges: [] };
  const round_up = (width: number): number => {
    const scale = 10 ** Math.floor(Math.log10(width));
    return scale * (k_steps.find((one) => width / scale <= one) ?? 10);
  };
  if (most > k_far_apart * Math.min(...mosts)) return { edges: doubling(most / 2) };
  const step = round_up(most / k_colours);
  return { edges: below(Math.min(k_colours, Math.max(2, Math.ceil(most / step))), (k) => k * step) };
}

export function density_class({ edges }: DensityClasses, density: number): number {
  const at = edges.findIndex((edge) => density < edge - 1e-9);
  return at < 0 ? edges.length : at;
}

export function density_colour(classes: DensityClasses, at: number): string {
  const last = density_class_count(classes) - 1;
  return `var(--dense-${last === 0 ? 0 : Math.round((at * (k_colours - 1)) / last)})`;
}

/** What lies inside the window, as a clip with a name of its own. */
export function window_clip(window: Point[], x_of: (x: number) => number, y_of: (y: number) => number): SVGElement {
  const corners = window.map(([x, y]) => `${x_of(x).toFixed(1)} ${y_of(y).toFixed(1)}`);
  return svg("clipPath", { id: unique_id("treated-window") }, svg("path", { d: `M${corners.join("L")}Z` }));
}

/** All tiles as one path per colour, cut at the window; their edges meet on whole pixels. */
export function tiles_mark(map: DensityMap, classes: DensityClasses, window: Point[]): RenderFunction {
  return (_, scales) => {
    const x_of = scales["x"] as (x: number) => number;
    const y_of = scales["y"] as (y: number) => number;
    const column = Array.from({ length: map.columns + 1 }, (_, i) => Math.round(x_of(map.x + i * map.side)));
    const row = Array.from({ length: map.rows + 1 }, (_, i) => Math.round(y_of(map.y + i * map.side)));
    const parts = Array.from({ length: density_class_count(classes) }, () => [] as string[]);
    for (let i = 0; i < map.strikes.length; ++i) {
      const density = density_at(map, i);
      if (density === null) continue;
      const [k, j] = [i % map.columns, Math.floor(i / map.columns)];
      parts[density_class(classes, density)]?.push(`M${column[k]} ${row[j]}H${column[k + 1]}V${row[j + 1]}H${column[k]}Z`);
    }
    const clip = window.length > 2 ? window_clip(window, x_of, y_of) : null;
    const group = svg("g", { class: "tiles", "shape-rendering": "crispEdges", "clip-path": clip ? `url(#${clip.id})` : undefined }, clip);
    parts.forEach((paths, at) => {
      if (paths.length === 0) return;
      const made = svg("path", { d: paths.join("") });
      made.style.fill = density_colour(classes, at);
      group.append(made);
    });
    return group;
  };
}
