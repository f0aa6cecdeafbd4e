import { closing_sentences, is_often_closed } from "../closing";
import type { Interval, Page, Result } from "../data";
import { element } from "../element";
import { interval_bar } from "../figures/interval_bar";
import { in_words, is_wide, number_text, plain_number, shown, shown_result } from "../numbers";
import { has_unpierced, pierced_sentence, pierced_share } from "../piercing";
import { words } from "../strings";
import { limits_passed_or_near, other_limits } from "./limits";
import { is_cell } from "./cell";
import { in_days } from "./outlook";
import { headline, panel } from "./panel";
import { what_gets_in } from "./uptake";

function find(page: Page, name: string): Result | undefined {
  return page.results.find((one) => one.name === name && one.value !== null);
}

function against_chance({ value, low, high }: Interval): string {
  const least = low ?? value ?? 0.5;
  const most = high ?? value ?? 0.5;
  if (most < 0.5) return words.lands.less_even;
  return least > 0.5 ? words.lands.more_even : words.lands.as_chance;
}

function percent_in_words(share: Interval): string {
  const { value, range } = shown(share, "1", true);
  return `${value}\u00a0%${range && ` (${range})`}`;
}

function where_they_land(page: Page): HTMLElement {
  const density = find(page, "density");
  const distinct = find(page, "distinct_density");
  const evenness = find(page, "evenness");
  const dose = find(page, "dose_variation_2mm");
  const time = find(page, "session_time");
  const main = density && shown_result(density);
  return panel("where", words.lands.title,
    main && headline(main.value, "", density?.unit === "1/cm2" ? words.lands.unit : main.unit, main.range),
    evenness && element("div", { class: "measure" },
      element("p", {}, element("span", { class: "name" }, words.lands.evenness), " ", in_words(shown_result(evenness))),
      interval_bar(evenness, 0, 1, { mark: 0.5, labels: words.lands.scale }),
      element("p", { class: "gloss" }, against_chance(evenness))),
    dose && element("p", { class: "gloss" }, words.lands.dose(percent_in_words(dose))),
    distinct && element("p", { class: "gloss" }, words.lands.distinct(in_words({ ...shown_result(distinct), unit: "" })),
      time && ` ${words.lands.time(in_words(shown_result(time)))}`));
}

function how_deep(page: Page): HTMLElement {
  const depth = find(page, "depth_in_place");
  const pierced = pierced_share(page);
  const force = find(page, "force_per_needle");
  const length = page.device.needle_mm;
  const length_text = length === null ? "" : `${plain_number(length)}\u00a0mm`;
  const main = depth && shown_result(depth);
  return panel("deep", words.deep.title,
    main && headline(main.value, main.unit, words.deep.unit, main.range && `${main.range} ${main.unit}`),
    depth && length !== null && depth.unit === "mm" && element("div", { class: "measure" },
      element("p", {}, words.deep.needle(length_text)),
      interval_bar(depth, 0, length, { labels: words.deep.scale(length_text) })),
    pierced && element("p", { class: "gloss" }, pierced_sentence(pierced), has_unpierced(pierced) && ` ${words.deep.unpierced}`),
    force && element("p", { class: "gloss" }, words.deep.force(in_words(shown_result(force)))));
}

/** What people see of it and what stays; nothing where nothing healed. */
function what_comes(page: Page): string {
  const [signs, gain] = [find(page, "downtime"), find(page, "collagen_change")];
  return [signs && words.comes.signs(in_words(in_days(shown_result(signs)))),
    gain && words.comes.collagen(in_words(shown_result(gain)))].filter(Boolean).join(" ");
}

/** One line across: how long the holes stay open, and what comes of them, or without that what stays of them. */
function how_long(page: Page): HTMLElement | null {
  const said = (name: string): string => {
    const one = find(page, name);
    return one === undefined || one.value === 0 && (one.high ?? 0) === 0 ? "" : in_words(shown_result(one));
  };
  const sentences = closing_sentences(page);
  if (sentences.length === 0) return null;
  const [width, depth, comes] = [said("channel_width"), said("residual_depth"), what_comes(page)];
  const stays = comes === "" && !is_often_closed(page) && width && depth && words.closes.hole(width, depth);
  return element("p", { class: "open-time" },
    element("b", {}, words.closes.title), " ", [...sentences, stays].filter(Boolean).join(" "),
    comes !== "" && " ", comes !== "" && element("b", {}, words.comes.title), comes !== "" && ` ${comes}`);
}

function reach_rows(page: Page): { name: string; interval: Interval }[] {
  if (page.layer_reach.length > 0) return page.layer_reach.map((one) => ({ name: one.name, interval: one }));
  return page.results
    .filter((one) => one.name.startsWith("reach_") && one.value !== null)
    .map((one) => ({ name: one.name, interval: one }));
}

function what_they_reach(page: Page): HTMLElement {
  const rows = reach_rows(page).map(({ name, interval }) => {
    const { value, range } = shown(interval, "1", true);
    const [share, beside] = is_wide(interval) ? [range, words.reaches.median(`${value}\u00a0%`)] : [value, range];
    return element("div", { class: "measure reach" },
      element("p", {},
        element("span", { class: "name" }, words.reach_layer(name)),
        element("span", { class: "share" }, `${share}\u00a0%`),
        beside !== "" && element("span", { class: "range-text" }, beside)),
      interval_bar(interval, 0, 1));
  });
  return panel("reach", words.reaches.title,
    rows.length > 0 && element("p", { class: "gloss" }, words.reaches.subtitle), ...rows);
}

const is_bench_without_strokes = (page: Page): boolean =>
  page.experiment.kind !== "" && find(page, "density") === undefined;

/** A cell whose holes are none or given has nothing to say of needles. */
const has_needles = (page: Page): boolean => !is_cell(page) || find(page, "depth_in_place") !== undefined;

/** The first screen: the answer in words and numbers, each with its interval. */
export function answer(page: Page): HTMLElement {
  const percent = number_text(page.interval_level * 100, 0);
  const members = page.members === null ? "" : plain_number(page.members);
  const has_spans = reach_rows(page).some(({ interval }) => is_wide(interval));
  return element("div", { class: "answer" },
    limits_passed_or_near(page),
    element("div", { class: "panels" }, is_bench_without_strokes(page) ? null : where_they_land(page), ...(has_needles(page) ? [how_deep(page), what_they_reach(page)] : [])),
    how_long(page),
    what_gets_in(page),
    element("div", { class: "notes" },
      element("p", {}, element("b", {}, words.interval.heading), " ", words.interval.sentence(percent, members, has_spans)),
      element("div", {},
        element("p", {}, element("b", {}, words.purpose_heading), " ", words.purpose,
          page.warnings.length > 0 && " ",
          page.warnings.length > 0 && element("a", { href: "#warnings" }, words.warnings_note(page.warnings.length))),
        other_limits(page))));
}
