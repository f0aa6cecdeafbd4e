import type { RenderFunction } from "@observablehq/plot";
import type { Layer } from "../data";
import { svg, unique_id } from "../element";

/** A layer's tint in the current theme; a name the theme does not know gets the neutral one. */
export function layer_tint(name: string): string {
  return /^[a-z_]+$/.test(name) ? `var(--layer-${name.replace(/_/g, "-")}, var(--layer-other))` : "var(--layer-other)";
}

/** Stops that pass from one tint to the next between the low and high of the face they share. */
function gradient(id: string, layers: Layer[], deepest: number): SVGLinearGradientElement {
  let reached = 0;
  const stop = (depth: number, name: string): SVGStopElement => {
    reached = Math.min(1, Math.max(reached, depth / deepest));
    const made = svg("stop", { offset: reached.toFixed(4) });
    made.style.stopColor = layer_tint(name);
    return made;
  };
  const stops = layers.flatMap((one, at) => {
    const below = layers[at + 1];
    const { value, low, high } = one.bottom;
    return below === undefined
      ? [stop(deepest, one.name)]
      : [stop(low ?? value ?? 0, one.name), stop(high ?? value ?? 0, below.name)];
  });
  const first = layers[0];
  return svg("linearGradient", { id, x1: "0", y1: "0", x2: "0", y2: "1" },
    first ? stop_at_surface(first.name) : null, ...stops);
}

function stop_at_surface(name: string): SVGStopElement {
  const made = svg("stop", { offset: "0" });
  made.style.stopColor = layer_tint(name);
  return made;
}

/** Skin from the surface to `deepest`: each face as a hair line at its median, blurred over its interval; a bracket at the right marks the same. */
export function skin_bands(layers: Layer[], deepest: number, has_brackets = true): RenderFunction {
  return (_, scales, __, { width, marginLeft, marginRight }) => {
    const to_y = scales["y"] as (depth: number) => number;
    const right = width - marginRight;
    const id = unique_id("skin-bands");
    const box = svg("rect", {
      x: String(marginLeft), y: String(to_y(0)), width: String(right - marginLeft), height: String(to_y(deepest) - to_y(0)),
      fill: layers.length > 0 ? `url(#${id})` : "var(--layer-other)",
    });
    const group = svg("g", { class: "skin-bands" }, svg("defs", {}, gradient(id, layers, deepest)), box);
    for (const { top } of layers) {
      const { value, low, high } = top;
      if (value === null || value <= 0 || value >= deepest) continue;
      const y = to_y(value).toFixed(1);
      group.append(svg("path", { class: "face", d: `M${marginLeft} ${y}H${right}` }));
      if (!has_brackets || low === null || high === null || high <= low) continue;
      group.append(svg("path", { class: "bracket", d: `M${right - 5} ${to_y(low).toFixed(1)}V${to_y(Math.min(high, deepest)).toFixed(1)}` }));
    }
    return group;
  };
}
