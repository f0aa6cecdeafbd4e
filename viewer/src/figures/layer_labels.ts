import type { RenderFunction } from "@observablehq/plot";
import type { Layer } from "../data";
import { svg } from "../element";
import { words } from "../strings";

export interface LayerLabel {
  text: string;
  /** Middle of the layer, in data units. */
  middle: number;
  /** In data units. */
  thickness: number;
}

const k_line = 14;

/** Of the layers that begin above `deepest`. */
export function labels_of(layers: Layer[], deepest: number): LayerLabel[] {
  return layers
    .filter(({ top }) => (top.value ?? 0) < deepest * 0.97)
    .map((one) => {
      const top = one.top.value ?? 0;
      const bottom = Math.min(deepest, one.bottom.value ?? deepest);
      return { text: words.layer(one.name), middle: (top + bottom) / 2, thickness: bottom - top };
    });
}

/** Keeps labels a line apart, from the top down; a first layer thinner than a line is named above the surface. */
function spread(middles: number[], is_first_thin: boolean, surface: number): number[] {
  const placed: number[] = [];
  middles.forEach((middle, at) => {
    const above = placed[at - 1];
    const wanted = at === 0 && is_first_thin ? surface - k_line * 0.65 : middle;
    placed.push(above === undefined ? wanted : Math.max(wanted, above + k_line));
  });
  return placed;
}

/** Names of the layers near the right edge, each in its band or tied to it by a hair line. */
export function layer_labels(labels: LayerLabel[]): RenderFunction {
  return (_, scales, __, { width, marginRight }) => {
    const to_y = scales["y"] as (depth: number) => number;
    const surface = to_y(0);
    const middles = labels.map((one) => to_y(one.middle));
    const thinnest = labels[0] ? to_y(labels[0].thickness) - surface : k_line;
    const placed = spread(middles, thinnest < k_line, surface);
    const right = width - marginRight - 14;
    const group = svg("g", { class: "layer-labels" });
    labels.forEach((label, at) => {
      const y = placed[at] as number;
      group.append(svg("text", { x: String(right), y: y.toFixed(1), dy: "0.33em", "text-anchor": "end" }, label.text));
    });
    return group;
  };
}
