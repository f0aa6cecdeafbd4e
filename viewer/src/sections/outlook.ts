import type { Interval, Outcome, OutlookRow, Page } from "../data";
import { element } from "../element";
import { swatch } from "../figures/swatch";
import { in_words, number_text, shown, shown_result, type Shown } from "../numbers";
import { words } from "../strings";

const k_types = ["I", "II", "III", "IV", "V", "VI"];

export const type_text = (phototype: number | null): string => k_types[(phototype ?? 0) - 1] ?? words.no_value;

/** Shares and changes to a whole percent, below ten to a tenth, below a tenth to a hundredth. */
function percent_text(one: number | null, sign: boolean): string {
  if (one === null) return words.no_value;
  const size = Math.abs(one);
  const told = size < 0.005 ? "0" : number_text(one, size >= 10 ? 0 : size >= 0.1 ? 1 : 2);
  return sign && one >= 0.005 ? `+${told}` : told;
}

function percent_range({ value, low, high }: Interval, sign: boolean): [string, string] {
  const text = (one: number | null): string => percent_text(one, sign);
  const range = sign ? words.signed_range : words.range;
  return [`${text(value)}\u00a0%`, low !== null && high !== null && high > low ? range(text(low), text(high)) : ""];
}

export const in_days = (told: Shown): Shown => (told.unit === "day" ? { ...told, unit: words.cards.days(told.value) } : told);

const range_text = (range: string): HTMLElement | false => range !== "" && element("span", { class: "range-text" }, range);

/** One thing at one time, in words with its interval. */
function told(row: OutlookRow, at: number): (HTMLElement | string | false)[] {
  const interval = row.values[at] as Interval;
  const sight = row.sight[at];
  const { value, low, high } = interval;
  if (sight === "no") return [words.outlook.sight(sight)];
  const is_unlikely = sight === "maybe";
  if (row.name === "redness" && sight !== undefined) {
    const grade = words.outlook.grade((is_unlikely ? high : value) ?? 0);
    return [`${words.outlook.sight(sight)}, ${is_unlikely ? words.outlook.up_to(grade) : grade} `, range_text(shown(interval, "1", false, 1).range)];
  }
  if (row.name === "red_dots" && sight !== undefined) {
    const { value: count, range, unit } = shown(interval, row.unit, false, 0);
    const most = `${number_text(high ?? 0, 0)}\u00a0${unit}`;
    return is_unlikely ? [`${words.outlook.sight(sight)}, ${words.outlook.up_to(most)}`] : [`${words.outlook.sight(sight)}, ${count}\u00a0${unit} `, range_text(range)];
  }
  const [amount, range] = percent_range(interval, row.name === "collagen");
  if (is_unlikely) return [`${words.outlook.sight(sight)}, ${words.outlook.up_to(`${percent_text(high, false)}\u00a0%`)}`];
  if (sight !== undefined) return [`${words.outlook.sight(sight)}, ${amount} `, range_text(range)];
  if (row.name === "reepithelialised") {
    if ((low ?? 0) >= 99.5) return [words.outlook.covered.closed];
    return (high ?? 0) < 1.5 ? [words.outlook.covered.open] : [`${amount} ${words.outlook.covered.partly} `, range_text(range)];
  }
  if (row.name === "pigment") return (high ?? 0) < 0.05 ? [words.outlook.none] : [`${words.outlook.risk} ${amount} `, range_text(range)];
  return [`${amount} `, range_text(range)];
}

function moment(outcome: Outcome, at: number, phototype: number | null): HTMLElement {
  const facts = outcome.rows.filter((row) => row.values[at]?.value !== null && row.values[at] !== undefined).flatMap((row) => [
    element("dt", {}, words.outlook.row(row.name)),
    element("dd", { class: row.sight[at] === "no" ? "calm" : undefined }, ...told(row, at)),
  ]);
  return element("li", {},
    element("h3", {}, words.outlook.time(outcome.after[at] as number)),
    swatch(outcome.rows, at, phototype),
    element("dl", {}, ...facts));
}

/** What is seen at hours, days and months after the last session; null where nothing was healed. */
export function outlook(page: Page): HTMLElement | null {
  const { outcome } = page;
  if (outcome === null || outcome.rows.length === 0) return null;
  const downtime = page.results.find(({ room, name, value }) => room === "endpoints" && name === "downtime" && value !== null);
  return element("section", { class: "outlook", id: "outlook", "aria-labelledby": "outlook-title" },
    element("h2", { id: "outlook-title" }, words.outlook.heading),
    element("p", { class: "reading" },
      downtime && element("b", {}, words.outlook.downtime(in_words(in_days(shown_result(downtime))))), downtime && " ",
      words.outlook.lead(type_text(page.person.phototype), number_text(100 * page.interval_level, 0))),
    element("ol", { class: "moments" }, ...outcome.after.map((_, at) => moment(outcome, at, page.person.phototype))),
    element("p", { class: "caption" }, words.outlook.marks),
    outcome.not_stated.length > 0 && element("div", { class: "not-stated" },
      element("h3", {}, words.outlook.not_stated),
      element("ul", {}, ...outcome.not_stated.map((one) => element("li", {}, one.replace(/^./, (first) => first.toUpperCase()))))));
}
