import type { Uptake } from "../data";
import { element, svg } from "../element";
import { figures_text, percent_figures, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { drawn_at, id_of, index_of_day, is_inside } from "../uptake";
import type { Figure } from "./figure";

const k_bar = 18;
const k_flow = 92;
const k_top = 40;
const k_gap = 10;
/** What is shown of a part that is there, however small. */
const k_least = 1.5;
/** A bar that is narrower has its words beside it. */
const k_beside = 60;
/** From how many times on the lower drawing says that it is larger. */
const k_larger = 1.15;

const k_colours: Record<string, string> = {
  surface: "var(--film)", washed: "var(--line-strong)", channels: "var(--hole)", stratum_corneum: "var(--depth-0)", viable_epidermis: "var(--depth-2)",
  epidermis: "var(--depth-2)", papillary_dermis: "var(--depth-4)", dermis: "var(--depth-5)", reticular_dermis: "var(--depth-6)", blood: "var(--blood)", converted: "var(--ink-faint)",
  needles: "var(--film)",
};
export const place_colour = (place: string): string => k_colours[place] ?? "var(--crease)";

interface Part {
  name: string;
  amount: number;
  intact: number;
}

interface Told {
  given: number;
  gained: number;
  parts: Part[];
  /** All that was put on or made. */
  whole: number;
  inside: Part[];
  entered: number;
}

function told_of(uptake: Uptake): Told {
  const index = index_of_day(uptake);
  const number = (values: number[]): number => (Number.isFinite(values[index]) ? Math.max(0, values[index] as number) : 0);
  const parts = drawn_at(uptake, index);
  const inside = parts.filter(({ name, amount }) => is_inside(name) && amount > 0);
  return {
    given: number(uptake.drawn.given), gained: number(uptake.drawn.gained), parts,
    whole: parts.reduce((sum, { amount }) => sum + amount, 0), inside, entered: inside.reduce((sum, { amount }) => sum + amount, 0),
  };
}

const share_text = (part: number, whole: number): string => `${percent_figures((100 * part) / whole)}\u00a0%`;

function bar(x: number, y: number, width: number, colour: string, name: string): SVGElement {
  const made = svg("rect", { x: x.toFixed(2), y: String(y), width: Math.max(k_least, width).toFixed(2), height: String(k_bar), "data-part": name });
  made.style.fill = colour;
  return made;
}

/** A band that keeps its width, or widens, from one bar to another. */
function flow([from, from_width]: [number, number], [to, to_width]: [number, number], y: number, colour: string, height: number): SVGElement {
  const middle = y + height / 2, end = y + height;
  const at = (one: number): string => one.toFixed(2);
  const made = svg("path", { class: "flow", d: `M${at(from)} ${y}C${at(from)} ${middle} ${at(to)} ${middle} ${at(to)} ${end}H${at(to + to_width)}` +
    `C${at(to + to_width)} ${middle} ${at(from + from_width)} ${middle} ${at(from + from_width)} ${y}Z` });
  made.style.fill = colour;
  return made;
}

function label(x: number, y: number, anchor: string, first: string, second: string): SVGElement[] {
  return [svg("text", { class: "name", x: x.toFixed(1), y: String(y), "text-anchor": anchor }, first),
    svg("text", { x: x.toFixed(1), y: String(y + 15), "text-anchor": anchor }, second)];
}

/** Where each part begins and how wide it is, side by side with a gap. */
function laid(amounts: number[], width: number, gap: number): [number, number][] {
  const whole = amounts.reduce((sum, one) => sum + one, 0) || 1;
  const scale = (width - gap * Math.max(0, amounts.length - 1)) / whole;
  let x = 0;
  return amounts.map((amount) => {
    const here: [number, number] = [x, amount * scale];
    x += amount * scale + gap;
    return here;
  });
}

const outside_words: Record<string, string> = {
  surface: words.uptake.flow.on_skin, washed: words.uptake.flow.washed, needles: words.uptake.flow.on_needles,
};

/** How it came: in needles that stay, through one, or laid on. */
function source_words(told: Told): string {
  const has = (name: string): boolean => told.parts.some((one) => one.name === name);
  return has("needles") ? words.uptake.flow.in_needles : has("below") ? words.uptake.flow.injected : words.uptake.flow.put_on;
}

function draw(told: Told, unit: string, width: number): Node {
  const amount = (value: number): string => `${figures_text(value)} ${unit_text(unit)}`;
  const sources = [{ name: source_words(told), amount: told.given, colour: "var(--film)" }, { name: words.uptake.flow.made, amount: told.gained, colour: "var(--ink-faint)" }]
    .filter((one) => one.amount > 0);
  const outside = told.parts.filter((one) => !is_inside(one.name) && one.amount > 0);
  const ends = [...outside.map((one) => ({ name: outside_words[one.name] ?? words.uptake.place(one.name), amount: one.amount, colour: place_colour(one.name) })),
    ...(told.entered > 0 ? [{ name: words.uptake.flow.went_in, amount: told.entered, colour: "var(--accent)" }] : [])];
  // Every row has the same scale, that of the row with the most gaps.
  const inner = width - k_gap * Math.max(0, ends.length - 1);
  const source_at = laid(sources.map((one) => one.amount), inner, 0);
  const end_at = laid(ends.map((one) => one.amount), width, k_gap);
  const second = k_top + k_bar + k_flow;
  const lens = 70;
  const third = second + k_bar + lens;
  const parts: SVGElement[] = [];
  let left = (width - inner) / 2;
  const from_left = left;
  const before_flow = k_top + k_bar;
  ends.forEach((end, i) => {
    const at = end_at[i] as [number, number];
    parts.push(flow([left, at[1]], at, before_flow, end.colour, k_flow));
    left += at[1];
  });
  sources.forEach((one, i) => {
    const [x, wide] = source_at[i] as [number, number];
    parts.push(bar(from_left + x, k_top, wide, one.colour, "source"));
    parts.push(...label(i === 0 ? from_left + x : from_left + inner, k_top - 24, i === 0 ? "start" : "end", one.name, amount(one.amount)));
  });
  ends.forEach((end, i) => {
    const [x, wide] = end_at[i] as [number, number];
    parts.push(bar(x, second, wide, end.colour, end.name));
    const is_last = i === ends.length - 1 && ends.length > 1;
    const anchor = is_last ? "end" : i === 0 ? "start" : "middle";
    const place = is_last ? (wide < k_beside ? x - 8 : width) : i === 0 ? 0 : Math.min(width * 0.66, Math.max(width * 0.4, x + wide / 2));
    parts.push(...label(place, second - 28, anchor, end.name, `${amount(end.amount)} · ${share_text(end.amount, told.whole)}`));
  });
  if (told.entered > 0) {
    const [x, wide] = end_at[ends.length - 1] as [number, number];
    const inside_at = laid(told.inside.map((one) => one.amount), width, 0);
    parts.push(flow([x, Math.max(k_least, wide)], [0, width], second + k_bar, "var(--accent)", lens));
    told.inside.forEach((one, i) => parts.push(bar((inside_at[i] as [number, number])[0], third, (inside_at[i] as [number, number])[1], place_colour(one.name), one.name)));
    const larger = width / Math.max(wide, 1e-9);
    if (larger > k_larger) parts.push(svg("text", { class: "larger", x: String(width / 2), y: String(third - 8), "text-anchor": "middle" }, words.uptake.flow.larger(figures_text(larger))));
  }
  const height = told.entered > 0 ? third + k_bar + 4 : second + k_bar + 4;
  return element("div", {},
    svg("svg", { class: "plot uptake-flow", width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` }, ...parts),
    told.entered > 0 && list(told, unit));
}

/** The parts of what went in with their numbers, in the order of the bar. */
function list(told: Told, unit: string): HTMLElement {
  return element("ul", { class: "flow-key" }, ...told.inside.map((one) => {
    const key = element("span", { class: "key" });
    key.style.background = place_colour(one.name);
    return element("li", {}, key, element("span", {}, words.uptake.raised_place(one.name), " "),
      element("b", {}, `${figures_text(one.amount)}\u00a0${unit_text(unit)}`), element("span", { class: "unit" }, `\u00a0· ${share_text(one.amount, told.whole)}`));
  }));
}

/** From what was put on to where it is after a day, widths to scale; null where nothing was put on or made. */
export function uptake_flow(uptake: Uptake): Figure | null {
  const told = told_of(uptake);
  if (!(told.whole > 0)) return null;
  const amount = (value: number): string => `${figures_text(value)}\u00a0${unit_text(uptake.unit)}`;
  const outside = (name: string): number => told.parts.find((one) => one.name === name)?.amount ?? 0;
  const name = words.uptake.name(uptake.active);
  const rows = told.parts.filter((one) => one.amount > 0 || one.intact > 0).map((one) =>
    [words.uptake.raised_place(one.name), figures_text(one.amount), share_text(one.amount, told.whole), figures_text(one.intact)]);
  return {
    id: `flow-${id_of(uptake)}`,
    title: words.uptake.flow.title(name),
    reading: told.parts.some((one) => one.name === "below")
      ? words.uptake.flow.reading_injected(amount(told.whole), outside("below") > 0 ? share_text(outside("below"), told.whole) : "", share_text(outside("blood"), told.whole))
      : words.uptake.flow.reading(amount(told.whole), share_text(outside("surface"), told.whole),
      outside("washed") > 0 ? share_text(outside("washed"), told.whole) : "", outside("needles") > 0 ? share_text(outside("needles"), told.whole) : "",
      told.entered > 0 ? share_text(told.entered, told.whole) : words.uptake.flow.none),
    alt: words.uptake.flow.alt(told.parts.filter((one) => one.amount > 0).map((one) => `${words.uptake.place(one.name)} ${share_text(one.amount, told.whole)}`)),
    caption: words.uptake.flow.caption,
    draw: (width) => draw(told, uptake.unit, width),
    numbers: [table(columns(words.uptake.flow.columns(unit_text(uptake.unit)), [1, 2, 3]), rows)],
  };
}
