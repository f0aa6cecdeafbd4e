import type { RenderFunction } from "@observablehq/plot";
import type { PunctureMap } from "../data";
import { svg } from "../element";
import { class_colour, class_count, class_of, type DepthClasses } from "./depth_classes";

interface Paths {
  dots: string[][];
  rings: string[][];
  blunt: string[];
}

const ring = (x: string, y: string, r: number): string =>
  `M${x} ${y}m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

function collect(map: PunctureMap, classes: DepthClasses, at: (i: number) => [number, number] | null, r: number): Paths {
  const n = class_count(classes);
  const paths: Paths = {
    dots: Array.from({ length: n }, () => []),
    rings: Array.from({ length: n }, () => []),
    blunt: [],
  };
  for (let i = 0; i < map.shown; ++i) {
    const place = at(i);
    if (place === null) continue;
    const x = place[0].toFixed(1);
    const y = place[1].toFixed(1);
    const depth = map.depth[i] ?? 0;
    if (!(depth > 0)) paths.blunt.push(`M${x} ${y}h0`);
    else if (map.reentry[i]) paths.rings[class_of(classes, depth)]?.push(ring(x, y, r));
    else paths.dots[class_of(classes, depth)]?.push(`M${x} ${y}h0`);
  }
  return paths;
}

function stroke(parts: string[], colour: string, width: number, kind: string): SVGElement | null {
  if (parts.length === 0) return null;
  const made = svg("path", { class: kind, d: parts.join(""), fill: "none", "stroke-linecap": "round" });
  made.style.stroke = colour;
  made.style.strokeWidth = String(width);
  return made;
}

/**
 * All strikes as one path per colour, so that twenty thousand weigh no more than a few dozen elements, print sharp, and
 * follow the theme. `radius` is in pixels.
 */
export function punctures_mark(map: PunctureMap, classes: DepthClasses, radius: number): RenderFunction {
  return (_, scales) => {
    const to_x = scales["x"] as (x: number) => number;
    const to_y = scales["y"] as (y: number) => number;
    const [left, right] = domain_of(scales, "x");
    const [bottom, top] = domain_of(scales, "y");
    const at = (i: number): [number, number] | null => {
      const x = map.x[i] as number;
      const y = map.y[i] as number;
      return x >= left && x <= right && y >= bottom && y <= top ? [to_x(x), to_y(y)] : null;
    };
    const ring_radius = Math.round(radius * 13) / 10;
    const { dots, rings, blunt } = collect(map, classes, at, ring_radius);
    const group = svg("g", { class: "punctures" });
    const add = (made: SVGElement | null): void => void (made && group.append(made));
    add(stroke(blunt, "var(--blunt)", radius * 1.2, "blunt"));
    dots.forEach((parts, k) => add(stroke(parts, class_colour(classes, k), radius * 2, "dots")));
    rings.forEach((parts, k) => add(stroke(parts, class_colour(classes, k), Math.max(1, radius * 0.55), "rings")));
    return group;
  };
}

function domain_of(scales: object, name: string): [number, number] {
  const described = (scales as { scales?: Record<string, { domain: number[] }> }).scales?.[name];
  const ends = described?.domain ?? [-Infinity, Infinity];
  return [Math.min(...ends), Math.max(...ends)];
}
