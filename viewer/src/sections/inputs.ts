import type { Page, Parameter } from "../data";
import { element, type Child } from "../element";
import { quantity_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { section } from "./section";

const is_chosen = ({ kind }: Parameter): boolean => kind === "chosen";

function range_of({ low, high }: Parameter): string {
  return low !== "" && high !== "" && low !== high ? words.range(quantity_text(low), quantity_text(high)) : "";
}

function source_of({ source }: Parameter): Child {
  if (source === "study") return words.inputs.study;
  return element("span", { class: "source-key" }, source);
}

function cells(one: Parameter): Child[] {
  return [
    element("span", { class: "stacked" },
      element("code", {}, one.path),
      one.meaning !== "" && element("small", {}, one.meaning),
      one.note !== "" && element("small", { class: "aside" }, one.note)),
    element("span", { class: is_chosen(one) || one.kind === "" ? "" : "default" }, quantity_text(one.value) || words.no_value),
    range_of(one),
    source_of(one),
    one.kind !== "" && element("span", { class: `kind kind-${/^[a-z]+$/.test(one.kind) ? one.kind : "other"}`, title: words.kind_meaning(one.kind) },
      words.kind(one.kind)),
  ];
}

function table_of(parameters: Parameter[]): HTMLTableElement {
  const made = table(columns(words.inputs.columns), parameters.map(cells));
  made.classList.add("fixed", "inputs");
  return made;
}

/** One radio button per kind; hides the rows of the others. */
function kind_filter(parameters: Parameter[], rows: HTMLTableRowElement[]): HTMLElement | false {
  const kinds = new Map<string, number>();
  for (const { kind } of parameters) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.size < 2) return false;
  const option = (kind: string, label: string, is_first: boolean): HTMLElement => {
    const input = element("input", { type: "radio", name: "input-kind", value: kind, checked: is_first });
    input.addEventListener("change", () =>
      rows.forEach((row, at) => (row.hidden = kind !== "" && parameters[at]?.kind !== kind)));
    return element("label", {}, input, element("span", {}, label));
  };
  return element("fieldset", { class: "choice filter" },
    element("legend", { class: "unseen" }, words.inputs.filter),
    option("", words.inputs.all, true),
    ...[...kinds].map(([kind, count]) => option(kind, `${words.kind(kind)} ${count}`, false)));
}

function default_table(parameters: Parameter[]): HTMLElement {
  const made = table_of(parameters);
  const rows = [...made.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  return element("details", { class: "defaults" },
    element("summary", {}, words.inputs.show_defaults(parameters.length)),
    kind_filter(parameters, rows), made);
}

/** Names, counts and lists: values without a source of their own. */
function other_table(parameters: Parameter[]): HTMLElement {
  return element("details", { class: "others" },
    element("summary", {}, words.inputs.show_others(parameters.length)), table_of(parameters));
}

export function inputs(page: Page): HTMLElement {
  const given = page.parameters.filter(({ value, kind }) => value !== "" || kind !== "");
  const chosen = given.filter(is_chosen);
  const defaults = given.filter((one) => !is_chosen(one) && one.kind !== "");
  const others = given.filter(({ kind }) => kind === "");
  if (given.length === 0) {
    return section("inputs", words.inputs.heading, element("p", { class: "absent" }, words.inputs.none));
  }
  return section("inputs", words.inputs.heading,
    element("p", {}, words.inputs.lead(chosen.length, defaults.length)),
    chosen.length > 0 && table_of(chosen),
    defaults.length > 0 && default_table(defaults),
    others.length > 0 && other_table(others));
}
