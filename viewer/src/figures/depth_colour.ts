import { element } from "../element";
import { power_text } from "../numbers";

export const k_colours = 8;

/** A colour between two of the ramp; each is `decades` powers of ten above the last, the darkest up to `top_power`. */
export function colour_of(value: number, top_power: number, decades: number): string {
  if (!(value > 0)) return "var(--window)";
  const place = (Math.log10(value) - top_power) / decades + k_colours - 1;
  if (place <= 0) return `color-mix(in oklab, var(--dense-0) ${Math.round(100 * Math.max(0, 1 + place))}%, var(--window))`;
  const step = Math.min(k_colours - 2, Math.floor(place));
  return `color-mix(in oklab, var(--dense-${step + 1}) ${Math.round(100 * Math.min(1, place - step))}%, var(--dense-${step}))`;
}

/** The ramp with powers of ten at every other step, the palest at the left. */
export function key_of(top_power: number, decades: number, label: string): HTMLElement {
  return element("div", { class: "depth-key" }, element("span", { class: "label" }, label),
    element("span", { class: "steps" }, ...Array.from({ length: k_colours }, (_, i) => {
      const step = element("span", { class: "step" });
      step.style.background = `linear-gradient(to right, var(--dense-${Math.max(0, i - 1)}), var(--dense-${i}))`;
      const power = top_power + (i - k_colours) * decades;
      return element("span", {}, step, i > 0 && element("span", { class: "edge" }, (k_colours - i) % 2 === (decades < 1 ? 0 : 1) ? power_text(power) : ""));
    })));
}
