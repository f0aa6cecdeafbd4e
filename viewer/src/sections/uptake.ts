import type { Interval, Page, Result, Uptake } from "../data";
import { element, type Child } from "../element";
import { dose_map } from "../figures/dose_map";
import { hole_cut } from "../figures/hole_cut";
import { mount, type Figure, type MountedFigure } from "../figures/figure";
import { interval_bar } from "../figures/interval_bar";
import { skin_cut } from "../figures/skin_cut";
import { layer_curves, uptake_curves } from "../figures/uptake_curves";
import { uptake_flow } from "../figures/uptake_flow";
import { figures_text, in_words, percent_figures, plain_number, shown_figures, shown_result, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { at_hour, drawn_at, id_of, index_of_day, is_anywhere, k_told_hours, places_of, result_of, sum_of, type Place } from "../uptake";
import { headline, panel } from "./panel";

/** Times over which an interval of a factor is said to be hardly known. */
const k_wide = 10;
/** A factor this near to 1 is no more than 1. */
const k_as_one = 1.1;
const k_told_first = 2;
const k_most_shown = 3;

const percent = ({ value, low, high }: Interval): Interval => {
  const times = (one: number | null): number | null => (one === null ? null : 100 * one);
  return { value: times(value), low: times(low), high: times(high) };
};
const share_text = (share: Interval): string => {
  const { value, range } = shown_figures(percent(share), "%");
  return `${value}\u00a0%${range && ` (${range})`}`;
};
const times_text = (one: Result): string => {
  const { value, range } = shown_figures(one, "1");
  return words.uptake.times(value, range);
};

/** How far a factor is known, in words; "" where the number says it. */
function verdict({ value, low, high }: Interval): string {
  const said = [
    low !== null && high !== null && low > 0 && high / low > k_wide && words.uptake.decades(figures_text(low), figures_text(high)),
    low !== null && value !== null && low < 1 / k_as_one && value > k_as_one && words.uptake.less,
    low !== null && low >= 1 / k_as_one && low < k_as_one && (high ?? 0) > k_as_one && words.uptake.may_be_none,
  ];
  return said.filter(Boolean).join(" ");
}

/** The answer in plain words. */
function sentence(page: Page, uptake: Uptake): string {
  const name = words.uptake.name(uptake.active);
  const [amount, dose, intact, factor, hour] = ["uptake", "dose", "intact_uptake", "enhancement", "enhancement_1h"].map((one) => result_of(page, uptake, one));
  if (amount === undefined) return "";
  if (![...uptake.drawn.given, ...uptake.drawn.gained].some((one) => one > 0)) return words.uptake.sentence_none(name);
  const told = in_words(shown_result(amount));
  const first = dose && (dose.value ?? 0) > 0 && uptake.share.value !== null
    ? words.uptake.sentence(name, in_words(shown_result(dose)), told, share_text(uptake.share)) : words.uptake.sentence_made(name, told);
  if (factor === undefined) return [first, intact !== undefined && !((intact.high ?? 0) > 0) && words.uptake.no_factor].filter(Boolean).join(" ");
  return [first, words.uptake.against(times_text(factor), intact ? in_words(shown_result(intact)) : words.no_value), verdict(factor),
    hour && words.uptake.hour(times_text(hour))].filter(Boolean).join(" ");
}

/** On a scale of powers of ten. */
function log_bar({ value, low, high }: Interval): HTMLElement {
  const least = Math.min(1, low ?? 1, value ?? 1), most = Math.max(10, high ?? 10, value ?? 10);
  const bound = (at: number, round: (power: number) => number): number => round(Math.log10(Math.max(at, 1e-6)));
  const [from, to] = [bound(least, Math.floor), bound(most, Math.ceil)];
  const log = (at: number | null): number | null => (at === null ? null : Math.max(from, Math.log10(Math.max(at, 1e-6))));
  const end = (power: number): string => plain_number(Number((10 ** power).toPrecision(1)));
  return interval_bar({ value: log(value), low: log(low), high: log(high) }, from, to, { mark: 0, labels: words.uptake.times_scale(end(from), end(to)) });
}

function share_panel(page: Page, uptake: Uptake): HTMLElement {
  const id = `${id_of(uptake)}-share`;
  const amount = result_of(page, uptake, "uptake");
  if (uptake.share.value === null) {
    const told = amount && shown_result(amount);
    return panel(id, words.uptake.panels.share, told && headline(told.value, told.unit, words.uptake.panels.amount, told.range && `${told.range} ${told.unit}`));
  }
  const { value, range } = shown_figures(percent(uptake.share), "%");
  return panel(id, words.uptake.panels.share, headline(value, "%", words.uptake.panels.of_dose, range && `${range} %`),
    interval_bar(percent(uptake.share), 0, 100, { labels: words.uptake.panels.share_scale }),
    uptake.intact_share.value !== null && element("p", { class: "gloss" }, words.uptake.panels.without(share_text(uptake.intact_share))));
}

function factor_panel(page: Page, uptake: Uptake): HTMLElement {
  const id = `${id_of(uptake)}-factor`;
  const factor = result_of(page, uptake, "enhancement");
  if (factor === undefined) return panel(id, words.uptake.panels.times, element("p", { class: "gloss" }, words.uptake.no_factor));
  const { value, range } = shown_figures(factor, "1");
  return panel(id, words.uptake.panels.times, headline(value, "×", words.uptake.panels.as_much, range), log_bar(factor),
    verdict(factor) !== "" && element("p", { class: "gloss" }, verdict(factor)));
}

/** The places that hold most of it. */
function where_panel(uptake: Uptake): HTMLElement {
  const parts = drawn_at(uptake, index_of_day(uptake));
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  const is_given = (uptake.drawn.given[index_of_day(uptake)] ?? 0) > 0;
  const most = [...parts].sort((a, b) => b.amount - a.amount).slice(0, k_most_shown).filter(({ amount }) => amount > 0);
  const rows = most.map(({ name, amount }) => element("div", { class: "measure reach" },
    element("p", {}, element("span", { class: "name" }, words.uptake.place(name)), element("span", { class: "share" }, `${percent_figures((100 * amount) / whole)}\u00a0%`)),
    interval_bar({ value: (100 * amount) / whole, low: null, high: null }, 0, 100)));
  return panel(`${id_of(uptake)}-where`, words.uptake.panels.where,
    rows.length > 0 && element("p", { class: "gloss" }, is_given ? words.uptake.panels.where_gloss : words.uptake.panels.made_gloss), ...rows);
}

function place_table(page: Page, uptake: Uptake): HTMLElement {
  const cell = (one: Interval): Child => {
    const { value, range } = shown_figures(one, uptake.unit);
    return element("span", { class: "stacked" }, value, range !== "" && element("small", {}, range));
  };
  const row = (head: Child, { with_holes, without }: Place): Child[] => [head, ...[with_holes, without].flatMap((values) => k_told_hours.map((hour) => cell(at_hour(values, uptake.at, hour))))];
  const heads = columns([words.uptake.table.place, ...k_told_hours.map(words.uptake.table.at), ...k_told_hours.map(words.uptake.table.without)], [1, 2, 3, 4, 5, 6]);
  const made = table(heads, [...places_of(page, uptake).filter(is_anywhere).map((one) => row(words.uptake.raised_place(one.name), one)),
    row(element("b", {}, words.uptake.raised(words.uptake.table.sum)), sum_of(page, uptake))], words.uptake.table.caption(unit_text(uptake.unit)));
  made.classList.add("places");
  return element("div", {}, made, element("p", { class: "note" }, words.uptake.table.note));
}

interface Told {
  element: HTMLElement;
  figures: MountedFigure[];
}

function of_active(page: Page, uptake: Uptake, before: number, has_title: boolean): Told {
  const figures = [uptake_curves(page, uptake), layer_curves(page, uptake), uptake_flow(uptake), dose_map(page, uptake), hole_cut(uptake), skin_cut(page, uptake)]
    .filter((one): one is Figure => one !== null).map((one, at) => mount(one, before + at + 1));
  return {
    element: element("div", { class: "active" }, has_title && element("h3", {}, words.uptake.title(uptake.active)),
      element("p", { class: "reading" }, sentence(page, uptake)),
      element("div", { class: "panels" }, share_panel(page, uptake), factor_panel(page, uptake), where_panel(uptake)),
      place_table(page, uptake), ...figures.map((one) => one.element)),
    figures,
  };
}

/** One line of the first screen: how much of each active gets in; null where nothing is put on. */
export function what_gets_in(page: Page): HTMLElement | null {
  const lines = page.uptake.flatMap((uptake) => {
    const [amount, factor] = [result_of(page, uptake, "uptake"), result_of(page, uptake, "enhancement")];
    if (amount === undefined) return [];
    const times = factor ? times_text(factor) : "";
    const name = words.uptake.name(uptake.active);
    return [uptake.share.value === null ? words.uptake.in_short_made(name, in_words(shown_result(amount)), times) : words.uptake.in_short(name, share_text(uptake.share), times)];
  });
  if (lines.length === 0) return null;
  return element("p", { class: "open-time" }, element("b", {}, words.uptake.in_short_title), " ",
    [...lines.slice(0, k_told_first), words.uptake.more(lines.length - k_told_first)].filter(Boolean).join(" "), " ", element("a", { href: "#uptake" }, words.uptake.to_section));
}

export interface UptakeSection {
  element: HTMLElement;
  /** Of figures. */
  count: number;
  redraw(width?: number): void;
}

/** What gets in, active by active; null where nothing is put on. */
export function uptake(page: Page): UptakeSection | null {
  if (page.uptake.length === 0 && page.product === null) return null;
  const told: Told[] = [];
  for (const one of page.uptake) told.push(of_active(page, one, told.reduce((sum, { figures }) => sum + figures.length, 0), page.uptake.length > 1));
  const all = told.map((one) => one.element);
  const [first, others] = [all.slice(0, k_told_first), all.slice(k_told_first)];
  const area = page.site.window_cm2 === null ? "" : `${plain_number(page.site.window_cm2)}\u00a0cm²`;
  const figures = told.flatMap((one) => one.figures);
  return {
    element: element("section", { class: "uptake", id: "uptake", "aria-labelledby": "uptake-title" },
      element("h2", { id: "uptake-title" }, words.uptake.heading),
      element("p", { class: "reading" }, all.length > 0 ? words.uptake.lead(area) : words.uptake.unknown), ...first,
      others.length > 0 && element("details", {}, element("summary", {}, words.uptake.other_actives(others.length)), ...others)),
    count: figures.length,
    redraw: (width) => figures.forEach((one) => one.redraw(width)),
  };
}
