import type { Endpoint, Interval, Page, Result } from "../data";
import { element } from "../element";
import { interval_bar } from "../figures/interval_bar";
import { in_words, number_text, shown, type Shown } from "../numbers";
import { words } from "../strings";
import { section } from "./section";

/** Ends of a card's scale of change [%]. */
const k_scale = 60;

const find = (page: Page, name: string): Result | undefined =>
  page.results.find((one) => one.room === "endpoints" && one.name === name && one.value !== null);

/** A change against untreated skin in percent, with its sign. */
function change_of({ value, low, high }: Interval, telling: string): Interval {
  const change = (one: number | null): number | null => (one === null ? null : 100 * (telling === "ratio" ? one - 1 : one));
  return { value: change(value), low: change(low), high: change(high) };
}

function signed(interval: Interval): Shown {
  const { value, low, high } = interval;
  const decimals = Math.max(...[value, low, high].map((one) => Math.abs(one ?? 0))) < 10 ? 1 : 0;
  const text = (one: number | null): string =>
    one === null ? words.no_value : `${one > 0 && Number(one.toFixed(decimals)) > 0 ? "+" : ""}${number_text(Math.abs(one) < 1e-4 ? 0 : one, decimals)}`;
  return { value: text(value), range: low !== null && high !== null && high > low ? words.signed_range(text(low), text(high)) : "", unit: "%" };
}

function amount(one: Result, telling: string): { told: Shown; change: Interval | null } {
  if (telling === "ratio" || telling === "change") {
    const change = change_of(one, telling);
    return { told: signed(change), change };
  }
  return { told: shown(one, one.unit, telling === "share"), change: null };
}

/** "At least one grade better: 26 % of people", where the endpoint has grades. */
function grades(page: Page, name: string): string {
  const said = (result: string): string => {
    const one = find(page, result);
    return one === undefined ? "" : in_words(shown(one, "1", true));
  };
  const better = said(`${name}_better`);
  return better && words.cards.better(better, said(`${name}_better_rated`));
}

function card(page: Page, endpoint: Endpoint): HTMLElement | null {
  const { title, number, telling, what } = words.cards.of(endpoint.name);
  const one = find(page, number) ?? find(page, endpoint.numbers[0] ?? "");
  if (one === undefined) return null;
  const { told, change } = amount(one, telling);
  const unit = told.unit === "day" ? words.cards.days(told.value) : told.unit;
  const better = grades(page, endpoint.name);
  return element("section", { class: "card endpoint", "aria-label": title },
    element("h4", {}, title, " ", endpoint.assumed && element("span", { class: "tag" }, words.cards.assumed)),
    element("p", { class: "told" },
      element("b", {}, told.value, unit !== "" && `\u00a0${unit}`), " ",
      told.range !== "" && element("span", { class: "range-text" }, told.range), " ",
      element("span", { class: "what" }, what || one.meaning)),
    change && interval_bar(change, -k_scale, k_scale, { mark: 0, labels: words.cards.scale(k_scale) }),
    better !== "" && element("p", { class: "gloss" }, better),
    one.driven_by.length > 0 && element("p", { class: "gloss drivers" }, words.drivers(one.driven_by)),
    element("p", { class: "gloss" },
      [endpoint.set_by && words.cards.set_by(endpoint.set_by), endpoint.blind_to && words.cards.blind(endpoint.blind_to)].filter(Boolean).join(" ")));
}

function group(title: string, cards: HTMLElement[]): HTMLElement | null {
  return cards.length > 0 ? element("div", { class: "group" }, element("h3", {}, title), element("div", { class: "cards" }, ...cards)) : null;
}

/** What each endpoint comes to, that which the study asks for first; null where there is none. */
export function endpoint_cards(page: Page): HTMLElement | null {
  const all = page.outcome?.endpoints ?? [];
  const cards_of = (wanted: (one: Endpoint) => boolean): HTMLElement[] =>
    all.filter(wanted).map((one) => card(page, one)).filter((one): one is HTMLElement => one !== null);
  const { after_session, of_skin } = words.cards;
  const is_in = (names: string[]) => ({ asked, name }: Endpoint): boolean => !asked && names.includes(name);
  const others = cards_of(({ asked, name }) => !asked && !after_session.includes(name) && !of_skin.includes(name));
  const groups = [
    group(words.cards.asked, cards_of(({ asked }) => asked)),
    group(words.cards.after, cards_of(is_in(after_session))),
    group(words.cards.skin, cards_of(is_in(of_skin))),
  ].filter((one): one is HTMLElement => one !== null);
  if (groups.length === 0 && others.length === 0) return null;
  const made = section("endpoints", words.cards.heading, element("p", {}, words.cards.lead), ...groups,
    others.length > 0 && element("details", {}, element("summary", {}, words.cards.others(others.length)), element("div", { class: "cards" }, ...others)));
  made.classList.add("endpoints");
  return made;
}
