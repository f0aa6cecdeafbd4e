import * as Plot from "@observablehq/plot";
import type { Chance, CurveSet, Page } from "../data";
import { element } from "../element";
import { in_words, number_text, plain_number, shown_result, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import type { Figure } from "./figure";

const k_height = 300;
const k_most_rows = 30;
/** Stretches told in the sentence, of each kind; the table has all. */
const k_most_spans = 2;
/** Stretches on one side of the band that are no farther apart are told as one, in steps of the axis. */
const k_least_gap = 5;

interface Place {
  at: number;
  value: number;
  low: number;
  high: number;
}

type State = "above" | "below" | "inside";

const state_of = ({ value, low, high }: Place): State => (value > high ? "above" : value < low ? "below" : "inside");

/** Every place whose numbers are all there. */
function places({ at, curves }: CurveSet): Place[] {
  return (curves[0]?.values ?? []).flatMap(({ value, low, high }, i) => {
    const here = at[i];
    return here === undefined || value === null || low === null || high === null ? [] : [{ at: here, value, low, high }];
  });
}

/** From where to where the line is on that side of the band, the longest stretches, in their order. */
function spans(line: Place[], wanted: State): [number, number][] {
  const found: [number, number][] = [];
  const other = wanted === "above" ? "below" : "above";
  line.forEach((place, i) => {
    if (state_of(place) !== wanted) return;
    const last = found[found.length - 1];
    const is_near = last !== undefined && i - last[1] <= k_least_gap && !line.slice(last[1], i).some((one) => state_of(one) === other);
    if (is_near) last[1] = i;
    else found.push([i, i]);
  });
  return found.sort((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, k_most_spans).sort((a, b) => a[0] - b[0])
    .map(([from, to]) => [line[from]?.at ?? 0, line[to]?.at ?? 0]);
}

const place_text = (at: number): string => plain_number(Number(at.toFixed(2)));

function told(line: Place[], unit: string): string {
  const said = (wanted: State): string[] =>
    spans(line, wanted).map(([from, to]) => words.chance.span(place_text(from), place_text(to), unit));
  const [regular, clumped] = [said("below"), said("above")];
  return regular.length + clumped.length === 0 ? words.chance.inside : words.chance.found(regular, clumped);
}

function side_word(text: string, anchor: "top" | "bottom"): Plot.Markish {
  return Plot.text([text], {
    frameAnchor: `${anchor}-right`, dx: -4, dy: anchor === "top" ? 4 : -4, fill: "var(--ink-soft)", fontStyle: "italic", fontSize: 12.5,
  });
}

function draw(set: CurveSet, line: Place[], width: number): Node {
  const unit = unit_text(set.axis_unit);
  const tip = (place: Place): string =>
    `${words.curves.at(number_text(place.at, 2), unit)}\n${number_text(place.value, 3)} ${unit}: ${words.chance.states[state_of(place)] ?? ""}`;
  return element("div", { class: "panels-of-curves" }, element("div", {},
    element("p", { class: "curve-title" }, words.curves.title("clumping"), " ", element("span", { class: "unit" }, unit)),
    Plot.plot({
      width, height: k_height, marginLeft: 52, marginRight: 16, marginTop: 10, marginBottom: 44, className: "plot",
      x: { label: words.curves.axis(set.axis, unit), labelArrow: "none", labelAnchor: "left", tickSize: 0, ticks: width < 420 ? 5 : 9 },
      y: { label: null, tickSize: 0, ticks: 5, insetTop: 24, insetBottom: 24 },
      marks: [
        Plot.gridX({ stroke: "var(--line)", ticks: width < 420 ? 5 : 9 }), Plot.gridY({ stroke: "var(--line)", ticks: 5 }),
        Plot.areaY(line, { x: "at", y1: "low", y2: "high", fill: "var(--ink-faint)", fillOpacity: 0.28 }),
        Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
        Plot.lineY(line, { x: "at", y: "value", stroke: "var(--accent)", strokeWidth: 2.25 }),
        side_word(words.chance.clumped, "top"), side_word(words.chance.even, "bottom"),
        Plot.tip(line, Plot.pointerX({ x: "at", y: "value", title: tip, fill: "var(--raised)", stroke: "var(--line-strong)" })),
      ],
    })));
}

function legend(chance: Chance): HTMLElement {
  const whole = (n: number): string => number_text(n, 0);
  return element("div", { class: "legend" }, element("ul", {},
    element("li", {}, element("span", { class: "key line", "aria-hidden": "true" }), words.chance.line(whole(chance.asked), whole(chance.holes))),
    element("li", {}, element("span", { class: "key band", "aria-hidden": "true" }), words.chance.band(whole(100 * chance.level)))));
}

function rows(line: Place[]): string[][] {
  const step = Math.max(1, Math.ceil(line.length / k_most_rows));
  return line.filter((_, i) => i % step === 0 || i === line.length - 1).map((place) => [
    number_text(place.at, 2), number_text(place.value, 3), words.range(number_text(place.low, 3), number_text(place.high, 3)),
    words.chance.states[state_of(place)] ?? "",
  ]);
}

export function against_chance(page: Page, set: CurveSet, chance: Chance): Figure {
  const line = places(set);
  const unit = unit_text(set.axis_unit);
  const index = page.results.find(({ name, value }) => name === "nearest_neighbour_index" && value !== null);
  const found = line.length === 0 ? words.chance.too_few(number_text(chance.holes, 0)) : `${words.chance.how} ${told(line, unit)}`;
  const least = 1 / (chance.simulations + 1);
  const p = chance.p_value === null ? "" : words.chance.p(number_text(chance.p_value, 2), chance.p_value <= least * 1.001);
  return {
    id: "against-chance", title: words.chance.title,
    reading: [found, index && line.length > 0 ? words.chance.index(in_words(shown_result(index))) : ""].filter(Boolean).join(" "),
    alt: line.length === 0 ? found : words.chance.alt(found),
    caption: line.length === 0 ? "" : words.chance.caption(number_text(chance.simulations, 0), p),
    ...(line.length > 0 ? { legend: legend(chance) } : {}),
    draw: (width) => (line.length === 0 ? element("p", { class: "absent" }, found) : draw(set, line, width)),
    numbers: line.length === 0 ? [] : [table(columns(words.chance.columns(unit), [1, 2]), rows(line))],
  };
}
