import * as Plot from "@observablehq/plot";
import type { Interval, Page, Uptake } from "../data";
import { element } from "../element";
import { in_words, number_text, shown_figures, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { at_hour, drawn_at, id_of, index_at, index_of_day, is_anywhere, k_day, places_of, sum_of, type Place } from "../uptake";
import type { Figure } from "./figure";
import { log_axis, on_axis, type LogAxis } from "./log_axis";

const k_height = 330;
const k_panel = 150;
const k_gap = 28;
const k_ticks = [0, 1, 4, 12, 24, 48, 96, 168, 336, 672];
const k_styles = [
  { key: "with_holes", colour: "var(--accent)", dashes: undefined, opacity: 0.24 },
  { key: "without", colour: "var(--without)", dashes: "5 4", opacity: 0.2 },
] as const;

const key_of = (): HTMLElement => element("div", { class: "legend" }, element("ul", {},
  element("li", {}, element("span", { class: "key line" }), words.uptake.with_holes),
  element("li", {}, element("span", { class: "key line without" }), words.uptake.without_holes)));

const said = (one: Interval, unit: string): string => in_words({ ...shown_figures(one, unit), range: "" });

/** Ticks of time that stand apart on a root scale. */
function ticks_to(end: number, width: number): number[] {
  return k_ticks.filter((tick) => tick <= end).reduce<number[]>((kept, tick) => {
    const before = kept[kept.length - 1];
    const apart = before === undefined ? Infinity : (Math.sqrt(tick / end) - Math.sqrt(before / end)) * width;
    return apart >= 24 ? [...kept, tick] : kept;
  }, []);
}

/** Two lines with their bands over one logarithmic axis. */
function panel(at: number[], place: Place, axis: LogAxis, unit: string, size: { width: number; height: number; has_axis: boolean }): Node {
  const end = at[at.length - 1] ?? 1;
  const ticks = ticks_to(end, size.width - 80);
  const lines = k_styles.filter(({ key }) => place[key].some(({ value, high }) => (high ?? value ?? 0) > 0)).map((style) => ({ ...style, points: place[style.key].flatMap(({ value, low, high }, i) =>
    (value === null ? [] : [{ at: at[i] as number, value: on_axis(value, axis), low: on_axis(low, axis), high: on_axis(high, axis), told: { value, low, high } }])) }));
  const [first, second] = lines.map(({ points }) => points);
  const tips = (first ?? []).map((one) => ({ ...one, other: second?.find((two) => two.at === one.at)?.told }));
  const both = (told: Interval): string => { const { value, range } = shown_figures(told, unit); return range ? `${value} (${range})` : value; };
  return Plot.plot({
    width: size.width, height: size.height + (size.has_axis ? 26 : 0),
    marginLeft: 62, marginRight: 16, marginTop: 10, marginBottom: size.has_axis ? 44 : 18, className: "plot",
    x: { type: "sqrt", domain: [0, end], label: size.has_axis ? words.uptake.courses.axis(unit_text("h")) : null, labelArrow: "none", labelAnchor: "left", tickSize: 0, ticks,
      tickFormat: (tick: number) => (size.has_axis ? String(tick) : "") },
    y: { type: "log", domain: axis.domain, label: null, tickSize: 0, ticks: axis.ticks, tickFormat: axis.text },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--line)" }), Plot.gridY(axis.ticks, { stroke: "var(--line)" }),
      ...lines.map(({ points, colour, opacity }) => Plot.areaY(points, { x: "at", y1: "low", y2: "high", fill: colour, fillOpacity: opacity })),
      ...lines.map(({ points, colour, dashes }) => Plot.lineY(points, { x: "at", y: "value", stroke: colour, strokeWidth: 2.25, ...(dashes ? { strokeDasharray: dashes } : {}) })),
      Plot.ruleY([axis.domain[0]], { stroke: "var(--ink-faint)" }),
      Plot.tip(tips, Plot.pointerX({ x: "at", y: "value", fill: "var(--raised)", stroke: "var(--line-strong)", title: (one: (typeof tips)[number]) =>
        `${words.curves.at(number_text(one.at, one.at < 10 ? 2 : 0), "h")}\n${words.uptake.with_holes} ${both(one.told)}` +
        (one.other ? `\n${words.uptake.without_holes} ${both(one.other)}` : "") })),
    ],
  });
}

const medians = (places: Place[]): number[] => places.flatMap(({ with_holes, without }) => [...with_holes, ...without].flatMap(({ value }) => value ?? []));
const largest = (places: Place[]): number => Math.max(0, ...places.flatMap(({ with_holes, without }) => [...with_holes, ...without].map(({ high, value }) => high ?? value ?? 0)));
/** From a quarter of an hour on: what came in the first minutes would stretch the axis over powers of ten that tell nothing. */
const later = (places: Place[], at: number[]): Place[] => places.map((one) =>
  ({ ...one, with_holes: one.with_holes.filter((_, i) => (at[i] ?? 0) >= 1), without: one.without.filter((_, i) => (at[i] ?? 0) >= 1) }));

function rows(at: number[], places: Place[], unit: string): string[][] {
  const text = (one: Interval | undefined): string => (one === undefined ? words.no_value : in_words({ ...shown_figures(one, unit), unit: "" }));
  return at.map((time, i) => [number_text(time, time < 10 && !Number.isInteger(time) ? 2 : 0),
    ...places.flatMap(({ with_holes, without }) => [text(with_holes[i]), text(without[i])])]);
}

/** What has passed the stratum corneum, with holes and without; null where nothing is told of it. */
export function uptake_curves(page: Page, uptake: Uptake): Figure | null {
  const sum = sum_of(page, uptake);
  if (!is_anywhere(sum)) return null;
  const axis = log_axis(largest([sum]), medians(later([sum], uptake.at)));
  const axis_text = words.uptake.courses.axis(uptake.axis_unit);
  return {
    id: `uptake-${id_of(uptake)}`,
    title: words.curves.heading(`uptake_${uptake.active}`),
    reading: words.uptake.courses.reading(said(at_hour(sum.with_holes, uptake.at, k_day), uptake.unit), said(at_hour(sum.without, uptake.at, k_day), uptake.unit)),
    alt: words.uptake.courses.alt(words.uptake.name(uptake.active)),
    caption: words.uptake.courses.caption(number_text(page.interval_level * 100, 0)),
    legend: key_of(),
    draw: (width) => element("div", {}, element("p", { class: "curve-title" }, element("span", { class: "unit" }, unit_text(uptake.unit))),
      panel(uptake.at, sum, axis, uptake.unit, { width, height: k_height, has_axis: true })),
    numbers: [table(columns([axis_text, words.uptake.with_holes, words.uptake.without_holes], [1, 2]), rows(uptake.at, [sum], uptake.unit))],
  };
}

/** Where most of it is, in the run whose amounts add up. */
function most_at(uptake: Uptake, index: number): string {
  const most = drawn_at(uptake, index).reduce((found, one) => (one.amount > found.amount ? one : found), { name: "surface", amount: 0, intact: 0 });
  return words.uptake.layers.at(most.name);
}

/** Each place through time, all on one logarithmic scale. */
export function layer_curves(page: Page, uptake: Uptake): Figure | null {
  const all = places_of(page, uptake);
  const places = all.filter(is_anywhere);
  if (places.length === 0) return null;
  const axis = log_axis(largest(places), medians(later(places, uptake.at)));
  const name = words.uptake.name(uptake.active);
  const absent = all.filter((one) => !is_anywhere(one)).map((one) => words.uptake.place(one.name));
  const titles = places.map((one) => words.uptake.place(one.name));
  return {
    id: `layers-${id_of(uptake)}`,
    title: words.curves.heading(`layers_${uptake.active}`),
    reading: words.uptake.layers.reading(most_at(uptake, index_at(uptake.at, 1) ?? 0), most_at(uptake, index_of_day(uptake))),
    alt: words.uptake.layers.alt(name, titles),
    caption: [words.uptake.courses.caption(number_text(page.interval_level * 100, 0)), absent.length > 0 && words.uptake.layers.absent(absent)].filter(Boolean).join(" "),
    legend: key_of(),
    draw: (width) => {
      const beside = width >= 900 ? 3 : width >= 560 ? 2 : 1;
      const each = Math.floor((width - (beside - 1) * k_gap) / beside);
      const made = element("div", { class: "panels-of-layers" }, ...places.map((place, i) => element("div", {},
        element("p", { class: "curve-title" }, words.uptake.raised_place(place.name), " ", element("span", { class: "unit" }, unit_text(uptake.unit))),
        panel(uptake.at, place, axis, uptake.unit, { width: each, height: k_panel, has_axis: i >= places.length - beside }))));
      made.style.setProperty("--beside", String(beside));
      return made;
    },
    numbers: places.map((place) => table(columns([words.uptake.courses.axis(uptake.axis_unit), words.uptake.with_holes, words.uptake.without_holes], [1, 2]),
      rows(uptake.at, [place], uptake.unit), words.uptake.raised_place(place.name))),
  };
}
