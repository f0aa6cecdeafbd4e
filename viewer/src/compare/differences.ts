import type { Difference } from "../data";
import { element } from "../element";
import { quantity_text } from "../numbers";
import { section } from "../sections/section";
import { words } from "../strings";
import { columns, table } from "../tables";
import { badge, type NamedRun } from "./runs";

const k_most_told = 4;

/** "16.8 um (13 to 22)" reads "16.8 µm (13 to 22)", in a sentence without what stands in brackets. */
function value_text(given: string, is_short = false): string {
  const [, amount, rest] = /^(\S+(?: \S+)?)( \(.* to .*\))?$/.exec(given) ?? [];
  const text = words.compare.years(quantity_text(amount ?? given));
  return amount === undefined || is_short ? text : text + (rest ?? "");
}

/** What comes with a device or a site that differs by name need not be told. */
function is_told(one: Difference, keys: Set<string>): boolean {
  if (!one.chosen || one.key === "title") return false;
  const follows = (one.key.startsWith("skin.") && keys.has("site.name")) || (/^device\.(?!name$|needle\.length$)/.test(one.key) && keys.has("device.name"));
  return !follows;
}

/** The first line of the page. */
export function difference_sentence(differences: Difference[]): string {
  if (differences.length === 0) return words.compare.no_difference;
  const keys = new Set(differences.map(({ key }) => key));
  const told = differences.filter((one) => is_told(one, keys))
    .sort((a, b) => Number(b.key.startsWith("device.")) - Number(a.key.startsWith("device.")))
    .slice(0, k_most_told);
  const rest = differences.length - told.length - (keys.has("title") ? 1 : 0);
  if (told.length === 0 && rest === 0) return words.compare.only_title;
  return words.compare.difference(
    told.map(({ key, values }) => words.compare.differs(words.compare.input(key), values.map((one) => value_text(one, true)))), rest);
}

function table_of(differences: Difference[], runs: NamedRun[]): HTMLTableElement {
  const made = table(columns([words.compare.key, ...runs.map(({ letter }) => words.compare.run(letter))]),
    differences.map(({ key, values }) => [element("code", {}, key), ...runs.map((_, at) => value_text(values[at] ?? "") || words.compare.none)]));
  made.classList.add("differences");
  return made;
}

export function difference_section(differences: Difference[], runs: NamedRun[]): HTMLElement | null {
  const shown = differences.filter(({ key }) => key !== "title");
  if (shown.length === 0) return null;
  const chosen = shown.filter((one) => one.chosen);
  const others = shown.filter((one) => !one.chosen);
  return section("differences", words.compare.differences,
    element("p", {}, words.compare.chosen(chosen.length)),
    chosen.length > 0 && table_of(chosen, runs),
    others.length > 0 && element("details", {}, element("summary", {}, words.compare.defaults(others.length)), table_of(others, runs)));
}

export const run_key = (runs: NamedRun[]): HTMLElement =>
  element("ul", { class: "run-key" }, ...runs.map((run) => element("li", {}, badge(run), run.page.title || run.folder)));
