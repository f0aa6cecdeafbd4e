import type { Point, PunctureMap } from "../data";

/** A piece of the site's plane, in the map's unit. */
export interface Box {
  x: [number, number];
  y: [number, number];
}

const k_tallest = 560;
const k_wide = 600;
const k_gap = 36;
/** Left and right of a map, together [px]. */
const k_map_margins = 32;

export function box_of(points: Point[]): Box {
  const box: Box = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const [x, y] of points) {
    box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
    box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
  }
  return box;
}

export const size = ([from, to]: [number, number]): number => to - from;
export const grow = ([from, to]: [number, number], by: number): [number, number] => [from - by, to + by];
export const closed = (points: Point[]): Point[] => (points[0] ? [...points, points[0]] : []);

export const places = (map: PunctureMap): Point[] => map.x.map((x, i) => [x, map.y[i] as number]);

/** A square of side `side` about a place. */
export const square = ([x, y]: Point, side: number): Box => ({ x: grow([x, x], side / 2), y: grow([y, y], side / 2) });

/** The whole site with a margin. */
export function frame_of(map: PunctureMap): Box {
  const box = box_of(map.outline.length > 2 ? [...map.outline, ...map.window] : places(map));
  const margin = 0.03 * Math.max(size(box.x), size(box.y));
  return { x: grow(box.x, margin), y: grow(box.y, margin) };
}

/** The treated window with a margin; the whole site where there is none. */
export function window_frame(map: PunctureMap): Box {
  if (map.window.length < 3) return frame_of(map);
  const box = box_of(map.window);
  const margin = 0.06 * Math.max(size(box.x), size(box.y));
  return { x: grow(box.x, margin), y: grow(box.y, margin) };
}

export function in_box(map: PunctureMap, box: Box): number[] {
  return map.x
    .map((_, i) => i)
    .filter((i) => {
      const x = map.x[i] as number;
      const y = map.y[i] as number;
      return x >= box.x[0] && x <= box.x[1] && y >= box.y[0] && y <= box.y[1];
    });
}

/** Side by side, map and closer look are of one height; on a narrow page each takes the width. */
export function map_widths(box: Box, width: number, has_closer: boolean): { is_beside: boolean; map: number; closer: number } {
  const shape = size(box.x) / size(box.y);
  const is_beside = has_closer && width >= k_wide;
  const both = (width - k_gap - k_map_margins) / (shape + 1);
  const tall = Math.min(k_tallest, is_beside ? both : Infinity);
  return {
    is_beside,
    map: Math.round(Math.min(width, tall * shape + k_map_margins)),
    closer: Math.round(Math.min(width, k_tallest, is_beside ? tall : Infinity)),
  };
}
