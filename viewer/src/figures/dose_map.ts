import * as Plot from "@observablehq/plot";
import type { DoseMap, Page, Point, Uptake } from "../data";
import { element, svg } from "../element";
import { figures_text, in_words, plain_number, shown_result, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { id_of, result_of } from "../uptake";
import type { Figure } from "./figure";
import { box_of, closed, size, type Box } from "./map_box";
import { colour_of_step, even_steps, places_mark, type Raster, type Steps } from "./outcome_tiles";

const k_widest = 460;
const k_tallest = 460;
/** Room for the scale bar under the map [px]. */
const k_foot = 34;
/** The bar is about this share of the map. */
const k_bar_share = 0.25;
const k_bars = [0.5, 1, 2, 5, 10, 20, 50, 100, 200];
/** Places that differ by less, of the middle one, are alike. */
const k_alike = 0.03;
/** Units of an amount, each a thousandth of the one before, and from what on its numbers read well. */
const k_units = ["ug/cm2", "ng/cm2", "pg/cm2"];
const k_least = 0.01;

interface Told {
  /** In `unit`. */
  values: number[];
  unit: string;
  low: number;
  middle: number;
  high: number;
  steps: Steps;
}

const quantile = (sorted: number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;

/** Null where nothing gets in, or as much everywhere. */
function told_of({ values }: DoseMap): Told | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const top = quantile(sorted, 0.98);
  const which = k_units.findIndex((_, at) => top * 1000 ** at >= k_least);
  if (which < 0) return null;
  const scale = 1000 ** which;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => scale * quantile(sorted, share)) as [number, number, number];
  const steps = even_steps(scale * quantile(sorted, 0.02), scale * top);
  const spread = scale * (top - quantile(sorted, 0.02));
  if (steps.edges.length === 0 || spread < k_alike * middle) return null;
  return { values: values.map((one) => one * scale), unit: unit_text(k_units[which] as string), low, middle, high, steps };
}

const raster_of = ({ x, y, side, columns, rows, values }: DoseMap): Raster =>
  ({ x, y, side, columns, rows, place: Int32Array.from(values, (value, at) => (Number.isFinite(value) ? at : -1)) });

function key({ steps, unit }: Told): HTMLElement {
  return element("div", { class: "depth-key" }, element("span", { class: "label" }, words.uptake.map.key(unit)),
    element("span", { class: "steps" }, ...Array.from({ length: steps.edges.length + 1 }, (_, at) => {
      const step = element("span", { class: "step" });
      step.style.background = colour_of_step(steps, at);
      return element("span", {}, step, at > 0 && element("span", { class: "edge" }, plain_number(steps.edges[at - 1] as number)));
    })));
}

/** A length on the skin, under the map. */
function scale_bar(box: Box, unit: string): Plot.Markish {
  const length = [...k_bars].reverse().find((one) => one <= 1.4 * k_bar_share * size(box.x)) ?? (k_bars[0] as number);
  return (_, scales, __, dimensions) => {
    const x_of = scales["x"] as (x: number) => number;
    const [from, to] = [x_of(box.x[0]), x_of(box.x[0] + length)];
    const y = dimensions.height - k_foot + 14;
    return svg("g", { class: "scale-bar" },
      svg("path", { d: `M${from.toFixed(1)} ${y - 4}v8M${from.toFixed(1)} ${y}H${to.toFixed(1)}M${to.toFixed(1)} ${y - 4}v8` }),
      svg("text", { x: (to + 8).toFixed(1), y: String(y + 4), "text-anchor": "start" }, `${plain_number(length)}\u00a0${unit}`));
  };
}

function draw(map: DoseMap, told: Told, window: Point[], width: number): Node {
  const box = window.length > 2 ? box_of(window)
    : { x: [map.x, map.x + map.columns * map.side], y: [map.y, map.y + map.rows * map.side] } as Box;
  const scale = Math.min(Math.min(width, k_widest) / size(box.x), k_tallest / size(box.y));
  return Plot.plot({
    width: Math.round(scale * size(box.x)) + 4, height: Math.round(scale * size(box.y)) + k_foot + 4,
    marginLeft: 2, marginRight: 2, marginTop: 2, marginBottom: k_foot + 2, className: "plot",
    x: { domain: box.x, axis: null }, y: { domain: box.y, axis: null },
    marks: [
      places_mark(raster_of(map), told.values, told.steps, window),
      window.length > 2 ? Plot.line(closed(window), { stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "5 3" }) : null,
      scale_bar(box, map.unit),
    ],
  });
}

/** How much of an active has got in at each place of the window; null where all places are alike. */
export function dose_map(page: Page, uptake: Uptake): Figure | null {
  const map = uptake.map;
  const told = map && told_of(map);
  if (!map || !told) return null;
  const text = (value: number): string => `${figures_text(value)}\u00a0${told.unit}`;
  const mean = result_of(page, uptake, "uptake");
  const window = page.puncture_map?.window ?? [];
  return {
    id: `dose-map-${id_of(uptake)}`, title: words.uptake.map.title(uptake.active),
    reading: [words.uptake.map.reading(text(told.low), text(told.middle), text(told.high)), mean && words.uptake.map.mean(in_words(shown_result(mean)))].filter(Boolean).join(" "),
    alt: words.uptake.map.alt(uptake.active, text(told.low), text(told.high)), caption: words.uptake.map.caption,
    legend: element("div", { class: "legend" }, key(told)),
    draw: (width) => draw(map, told, window, width),
    numbers: [table(columns(words.uptake.map.columns(told.unit), [0, 1, 2]), [[figures_text(told.low), figures_text(told.middle), figures_text(told.high)]])],
  };
}
