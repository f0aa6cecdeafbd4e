import * as Plot from "@observablehq/plot";
import type { OutcomeMap, Page, PunctureMap } from "../data";
import { element } from "../element";
import { number_text, plain_number } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import type { Figure } from "./figure";
import { box_of, closed, size, type Box } from "./map_box";
import { colour_of_step, even_steps, places_mark, raster_of, type Raster, type Steps } from "./outcome_tiles";

const k_beside = 640;
const k_gap = 28;

/** Per quantity: values in the unit that is shown. */
function shown_values(map: OutcomeMap, name: string): number[] {
  const scale = name === "redness" ? 1 : 100;
  return (map.values[name] ?? []).map((one) => one * scale);
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

interface Told {
  name: string;
  values: number[];
  low: number;
  middle: number;
  high: number;
  steps: Steps;
}

function told_of(map: OutcomeMap, name: string): Told {
  const values = shown_values(map, name);
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [low, middle, high] = [quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)];
  return { name, values, low, middle, high, steps: even_steps(quantile(sorted, 0.02), quantile(sorted, 0.98)) };
}

/** To two figures; next to nothing reads as nothing. */
function amount(value: number): string {
  if (!Number.isFinite(value)) return words.no_value;
  const size_of = Math.abs(value);
  if (size_of < 0.0005) return "0";
  return number_text(value, Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(size_of)))));
}

const with_unit = (name: string): string => (name === "redness" ? "" : "\u00a0%");

/** Alike in every place: a sentence says it all. */
const is_even = ({ steps }: Told): boolean => steps.edges.length === 0;

function sentence(told: Told): string {
  const { name, low, middle, high } = told;
  const [from, half, to] = [amount(low), amount(middle), amount(high)];
  return is_even(told) || from === to ? words.places.even(half, with_unit(name)) : words.places.sentence(from, half, to, with_unit(name));
}

function key({ steps }: Told): HTMLElement {
  return element("div", { class: "depth-key" }, element("span", { class: "steps" }, ...Array.from({ length: steps.edges.length + 1 }, (_, at) => {
    const step = element("span", { class: "step" });
    step.style.background = colour_of_step(steps, at);
    return element("span", {}, step, at > 0 && element("span", { class: "edge" }, plain_number(steps.edges[at - 1] as number)));
  })));
}

function draw_one(raster: Raster, told: Told, ground: PunctureMap | null, box: Box, unit: string, width: number): Node {
  const margins = { left: 30, right: 2, top: 6, bottom: 34 };
  const scale = (width - margins.left - margins.right) / size(box.x);
  const window = ground?.window ?? [];
  return Plot.plot({
    width, height: Math.round(scale * size(box.y) + margins.top + margins.bottom),
    marginLeft: margins.left, marginRight: margins.right, marginTop: margins.top, marginBottom: margins.bottom, className: "plot",
    x: { domain: box.x, label: unit, labelArrow: "none", labelAnchor: "right", ticks: 4, tickSize: 0 },
    y: { domain: box.y, label: null, ticks: 4, tickSize: 0 },
    marks: [
      places_mark(raster, told.values, told.steps, window),
      window.length > 2 ? Plot.line(closed(window), { clip: "frame", stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "5 3" }) : null,
    ],
  });
}

function draw(map: OutcomeMap, all: Told[], ground: PunctureMap | null, width: number): Node {
  const points = ground && ground.window.length > 2 ? ground.window : map.x.map((x, i) => [x, map.y[i] as number] as [number, number]);
  const box = box_of(points);
  const raster = raster_of(map, box);
  const beside = width >= k_beside && all.length > 1 ? 2 : 1;
  const each = Math.floor((width - (beside - 1) * k_gap) / beside);
  return element("div", { class: beside > 1 ? "outcome-maps beside" : "outcome-maps" }, ...all.map((told) => element("div", {},
    element("p", { class: "curve-title" }, words.places.quantity(told.name), " ", element("span", { class: "unit" }, words.places.unit(told.name))),
    element("p", { class: "gloss" }, sentence(told)),
    ...(is_even(told) ? [] : [key(told), draw_one(raster, told, ground, box, map.unit, Math.min(each, 520))]))));
}

/** What each place of the window comes to: gaps, tracks and overlap are seen. Null where all places are alike. */
export function outcome_maps(page: Page, map: OutcomeMap): Figure | null {
  const all = Object.keys(map.values).map((name) => told_of(map, name)).sort((a, b) => Number(is_even(a)) - Number(is_even(b)));
  if (all.every(is_even)) return null;
  const has_blanks = all.some((told) => !is_even(told) && told.values.some((one) => !Number.isFinite(one)));
  return {
    id: "outcome-maps", title: words.places.title, reading: words.places.reading,
    alt: words.places.alt(all.map(({ name }) => words.places.quantity(name).toLowerCase())), caption: [words.places.caption, has_blanks && words.places.blank].filter(Boolean).join(" "),
    draw: (width) => draw(map, all, page.puncture_map, width),
    numbers: [table(columns(words.places.columns, [1, 2, 3]), all.map((told) =>
      [`${words.places.quantity(told.name)} (${words.places.unit(told.name)})`, amount(told.low), amount(told.middle), amount(told.high)]))],
  };
}
