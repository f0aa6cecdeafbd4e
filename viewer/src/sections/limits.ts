import type { Limit, Page } from "../data";
import { element, type Child } from "../element";
import { plain_number, shown, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { section } from "./section";

const amount = (value: number | null, unit: string): string =>
  value === null ? words.no_value : [plain_number(value), unit_text(unit)].filter(Boolean).join("\u00a0");

const bound_of = ({ bound, is_most, unit, where }: Limit): string =>
  bound === null ? "" : words.limits.bound(is_most, amount(bound, unit), where);

const lowered = (meaning: string): string => meaning.charAt(0).toLowerCase() + meaning.slice(1);

/** One line of the first screen: what is past a limit or near it, with its word. */
function line(limit: Limit): HTMLElement {
  const { value, range, unit } = shown(limit, limit.unit);
  const here = [value, unit].filter(Boolean).join("\u00a0") + (range ? ` (${range})` : "");
  return element("li", { class: limit.verdict },
    element("b", {}, limit.verdict === "beyond" ? words.limits.beyond : words.limits.near), " ",
    element("span", {}, words.limits.sentence(limit.meaning, here, bound_of(limit), words.limits.session(limit.session))));
}

/** Where people look first: every limit that is passed or near, in a line of its own. */
export function limits_passed_or_near(page: Page): HTMLElement | null {
  const told = page.limits.filter(({ verdict }) => verdict === "beyond" || verdict === "near");
  return told.length === 0 ? null
    : element("section", { class: "limits", "aria-label": words.limits.heading }, element("ul", {}, ...told.map(line)));
}

/** What is inside its limits and what has none, in a sentence each, with a way to all of them. */
export function other_limits(page: Page): HTMLElement | null {
  if (page.limits.length === 0) return null;
  const list = (verdict: string): string =>
    page.limits.filter((one) => one.verdict === verdict).map(({ meaning }) => lowered(meaning)).join("; ");
  const [inside, none] = [list("inside"), list("no published limit")];
  return element("p", { class: "other-limits" },
    [inside && words.limits.inside(inside), none && words.limits.none(none)].filter(Boolean).join(" "), " ",
    element("a", { href: "#limits" }, words.limits.all));
}

function row(limit: Limit): Child[] {
  const { value, range, unit } = shown(limit, limit.unit);
  return [
    limit.meaning + words.limits.session(limit.session), [value, unit].filter(Boolean).join("\u00a0"), range,
    element("span", { class: "stacked" }, bound_of(limit) || words.no_value,
      limit.reason !== "" && element("small", {}, `${limit.reason}.`),
      limit.source !== "" && element("small", { class: "aside" }, words.limits.source(limit.source))),
    element("span", { class: `verdict ${limit.verdict.split(" ")[0] ?? ""}` }, words.limits.word(limit.verdict)),
  ];
}

export function limits(page: Page): HTMLElement | null {
  if (page.limits.length === 0) return null;
  const made = table(columns(words.limits.columns, [1, 2]), page.limits.map(row));
  made.classList.add("fixed", "limit-table");
  return section("limits", words.limits.heading, element("p", {}, words.limits.lead), made);
}
