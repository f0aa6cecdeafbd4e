import { is_often_closed } from "../closing";
import type { Interval, Result } from "../data";
import { element } from "../element";
import { interval_bar } from "../figures/interval_bar";
import { in_words, is_share, number_text, plain_number, shown_result, unit_text } from "../numbers";
import { section } from "../sections/section";
import { words } from "../strings";
import { is_uptake_amount } from "../words/uptake";
import { columns, table } from "../tables";
import { badge, type NamedRun } from "./runs";

/** One quantity of all runs; null where a run has none. */
export interface Compared {
  first: Result;
  results: (Result | null)[];
}

/** In the order of the first run, what only later runs have behind it. */
export function compared(runs: NamedRun[]): Compared[] {
  const rows = new Map<string, Compared>();
  runs.forEach((run, at) => run.page.results.forEach((result) => {
    if (result.value === null || is_uptake_amount(result.name)) return; // by place in each run's own page
    const key = [result.room, result.name, result.unit].join("/");
    const row = rows.get(key) ?? { first: result, results: runs.map(() => null) };
    row.results[at] = result;
    rows.set(key, row);
  }));
  const order = [...new Set([...rows.values()].map(({ first }) => first.room))];
  return [...rows.values()].sort((a, b) => order.indexOf(a.first.room) - order.indexOf(b.first.room));
}

/** 1 / (1 + dispersion), 0 to 1. */
const is_evenness = ({ name }: Result): boolean => name.startsWith("evenness");
const k_evenness_of_chance = 0.5;

/** From 0, or the lowest below it, to the highest of all; shares from 0 to 1. */
function scale_of({ first, results }: Compared): [number, number] {
  const ends = results.flatMap((one) => (one === null ? [] : [one.value ?? 0, one.low ?? 0, one.high ?? 0]));
  const least = Math.min(0, ...ends);
  const most = Math.max(...ends, is_share(first) || is_evenness(first) ? 1 : 0);
  return [least, most > least ? most : least + 1];
}

/** What is less than a two-thousandth of the scale counts as 0: its digits say nothing beside the other runs. */
function without_dust(result: Result, most: number): Result {
  const kept = (value: number | null): number | null => (value !== null && Math.abs(value) < most / 2000 ? 0 : value);
  return { ...result, value: kept(result.value), low: kept(result.low), high: kept(result.high) };
}

function row_of(run: NamedRun, result: Result | null, [from, to]: [number, number]): HTMLElement {
  if (result === null) return element("div", { class: "run-row" }, badge(run), element("span", { class: "absent" }, words.compare.absent));
  const { value, range, unit } = shown_result(result.room === "transport" ? result : without_dust(result, Math.max(Math.abs(from), to)));
  const bar = interval_bar(result as Interval, from, to, is_evenness(result) ? { mark: k_evenness_of_chance } : {});
  bar.style.setProperty("--accent", run.colour);
  return element("div", { class: "run-row" }, badge(run), bar,
    element("span", { class: "amount" }, element("b", {}, unit === "%" ? `${value}\u00a0%` : value), range !== "" && element("span", { class: "range-text" }, range)));
}

function card(runs: NamedRun[], one: Compared): HTMLElement {
  const scale = scale_of(one);
  const is_percent = is_share(one.first);
  const end = (value: number): string => (is_percent ? `${number_text(100 * value, 0)} %` : value < 1000 ? plain_number(Number(value.toPrecision(3))) : number_text(value, 0));
  const ends = is_evenness(one.first) ? words.lands.scale : [end(scale[0]), end(scale[1])];
  const unit = is_percent ? "" : unit_text(one.first.unit);
  return element("section", { class: "card" },
    element("h4", { title: one.first.meaning }, words.result(one.first.name, one.first.room), unit !== "" && element("span", { class: "unit" }, ` ${unit}`)),
    ...one.results.map((result, at) => row_of(runs[at] as NamedRun, result, scale)),
    element("div", { class: "card-scale", "aria-hidden": "true" }, ...ends.map((text) => element("span", {}, text))));
}

/** What a reader asks first, by the question that it answers; of a name that several rooms have, the right one's. */
const k_in_short: Record<string, string[]> = {
  deep: ["insertion.depth_in_place", "insertion.reach_dermis", "insertion.reach_fat"],
  even: ["coverage.density", "coverage.evenness", "coverage.largest_gap"],
  open: ["insertion.channel_width", "closure.barrier_time", "closure.pore_time"],
};
const k_asked_first = new Set(Object.values(k_in_short).flat());
const key_of = ({ first }: Compared): string => `${first.room}.${first.name}`;

const cards = (runs: NamedRun[], all: Compared[]): HTMLElement =>
  element("div", { class: "cards" }, ...all.map((one) => card(runs, one)));

const note = (interval_level: number): HTMLElement =>
  element("p", { class: "note" }, words.compare.one_scale(number_text(100 * interval_level, 0)));

/** Says of which runs the zeros of closing are no fault. */
function often_closed_note(runs: NamedRun[]): HTMLElement | "" {
  const closed = runs.filter(({ page }) => is_often_closed(page)).map(({ letter }) => letter);
  return closed.length === 0 ? "" : element("p", { class: "note" }, words.closes.none_in(words.join(closed)));
}

const heading = (id: string, title: string): HTMLElement => element("h2", { id: `${id}-title` }, title);

/** The few quantities asked for first; null when no run has any of them. */
export function short_cards(runs: NamedRun[], interval_level: number): HTMLElement | null {
  const all = compared(runs);
  const groups = Object.entries(k_in_short)
    .map(([question, names]) => ({ question, found: names.flatMap((name) => all.filter((one) => key_of(one) === name)) }))
    .filter(({ found }) => found.length > 0);
  if (groups.length === 0) return null;
  return element("section", { class: "scales", id: "scales", tabindex: "-1", "aria-labelledby": "scales-title" },
    heading("scales", words.compare.on_one_scale),
    note(interval_level),
    ...groups.flatMap(({ question, found }) =>
      [element("h3", {}, words.compare.question(question)), question === "open" ? often_closed_note(runs) : "", cards(runs, found)]));
}

/** All others, room by room, or all when none is asked for first; null when there are none. */
export function further_cards(runs: NamedRun[], interval_level: number): HTMLElement | null {
  const rest = compared(runs).filter((one) => !k_asked_first.has(key_of(one)));
  if (rest.length === 0) return null;
  const rooms = [...new Set(rest.map(({ first }) => first.room))];
  return element("section", { class: "scales", id: "further", tabindex: "-1", "aria-labelledby": "further-title" },
    heading("further", words.compare.further), note(interval_level),
    ...rooms.flatMap((room) => [element("h3", {}, words.room(room)), cards(runs, rest.filter(({ first }) => first.room === room))]));
}

export function quantity_table(runs: NamedRun[]): HTMLElement {
  const rows = compared(runs).map(({ first, results }) => {
    const unit = is_share(first) ? "%" : unit_text(first.unit);
    return [words.result(first.name, first.room) + (unit ? ` (${unit})` : ""),
      ...results.map((one) => (one === null ? words.no_value : in_words({ ...shown_result(one), unit: "" })))];
  });
  return section("quantities", words.compare.all_quantities,
    table(columns([words.compare.quantity, ...runs.map(({ letter }) => words.compare.run(letter))], runs.map((_, at) => at + 1)), rows),
    element("p", { class: "note" }, words.compare.files));
}
