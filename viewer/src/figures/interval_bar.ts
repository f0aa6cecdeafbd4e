import type { Interval } from "../data";
import { element } from "../element";

/** A rail from `from` to `to` with the interval as a bar and the median as a dot; `mark` is a reference tick. */
export function interval_bar(
  { value, low, high }: Interval,
  from: number,
  to: number,
  options: { mark?: number; labels?: string[] } = {},
): HTMLElement {
  const place = (at: number): string => `${(100 * Math.min(1, Math.max(0, (at - from) / (to - from)))).toFixed(2)}%`;
  const rail = element("span", { class: "rail" });
  if (options.mark !== undefined) {
    const tick = element("span", { class: "mark" });
    tick.style.left = place(options.mark);
    rail.append(tick);
  }
  if (low !== null && high !== null && high > low) {
    const bar = element("span", { class: "range" });
    bar.style.left = place(low);
    bar.style.right = `calc(100% - ${place(high)})`;
    rail.append(bar);
  }
  if (value !== null) {
    const dot = element("span", { class: "dot" });
    dot.style.left = place(value);
    rail.append(dot);
  }
  const labels = (options.labels ?? []).map((text) => element("span", {}, text));
  return element("div", { class: "interval-bar", "aria-hidden": "true" }, rail,
    labels.length > 0 && element("div", { class: "rail-labels" }, ...labels));
}
