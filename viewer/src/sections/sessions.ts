import type { Page, Result } from "../data";
import { element } from "../element";
import { shown_result } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { is_uptake_amount } from "../words/uptake";
import { section } from "./section";

/** Rooms that tell of all sessions together. */
const of_course = ["healing", "endpoints"];

/** Null for a single session: the page is that session. */
export function sessions(page: Page): HTMLElement | null {
  if (page.sessions.length < 2) return null;
  const first = new Map<string, Result>();
  for (const { results } of page.sessions) for (const one of results) if (!of_course.includes(one.room) && !is_uptake_amount(one.name) && !first.has(one.name)) first.set(one.name, one);
  const heads = columns([words.sessions.quantity, ...page.sessions.map(({ number }) => words.sessions.session(number))],
    page.sessions.map((_, at) => at + 1));
  const rows = [...first.values()].map((named) => {
    const { unit } = shown_result(named);
    return [
      unit === "" ? words.result(named.name, named.room) : `${words.result(named.name, named.room)}, ${unit}`,
      ...page.sessions.map(({ results }) => {
        const found = results.find(({ room, name }) => room === named.room && name === named.name);
        if (found === undefined) return words.no_value;
        const { value, range } = shown_result(found);
        return element("span", { class: "stacked" }, value, range !== "" && element("small", {}, range));
      }),
    ];
  });
  return section("sessions", words.sessions.heading, element("p", {}, words.sessions.lead), table(heads, rows));
}
