import type { Point, PunctureMap } from "../data";

/** Even-odd rule. */
export function is_inside(polygon: Point[], x: number, y: number): boolean {
  let inside = false;
  polygon.forEach(([x1, y1], at) => {
    const [x0, y0] = polygon[(at + polygon.length - 1) % polygon.length] as Point;
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** Which drawn strikes fell into the treated window; all of them when the map has none. */
export function in_window(map: PunctureMap): number[] {
  const all = map.x.map((_, i) => i);
  return map.window.length < 3 ? all : all.filter((i) => is_inside(map.window, map.x[i] as number, map.y[i] as number));
}
