import * as Plot from "@observablehq/plot";
import type { PunctureMap } from "../data";
import { closed } from "./map_box";

/** The site and its window, to draw on. */
export function ground(map: PunctureMap): Plot.Markish[] {
  return [
    Plot.line(closed(map.outline), { clip: "frame", fill: "var(--skin)", stroke: "var(--skin-edge)", strokeWidth: 1.25, curve: "linear" }),
    Plot.line(closed(map.window), { clip: "frame", fill: "var(--window)", stroke: "none" }),
  ];
}

/** Lines that must be seen through the dots. */
export function lines(map: PunctureMap): Plot.Markish {
  return [
    Plot.line(closed(map.window), { clip: "frame", stroke: "var(--window)", strokeWidth: 4.5, strokeOpacity: 0.9 }),
    Plot.line(closed(map.window), { clip: "frame", stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "5 3" }),
    ...map.expression_lines.flatMap((line) => [
      Plot.line(line, { clip: "frame", stroke: "var(--skin)", strokeWidth: 5, strokeLinecap: "round" }),
      Plot.line(line, { clip: "frame", stroke: "var(--crease)", strokeWidth: 2.5, strokeLinecap: "round" }),
    ]),
  ];
}
