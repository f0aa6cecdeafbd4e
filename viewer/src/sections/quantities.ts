import type { Page, Result } from "../data";
import { element } from "../element";
import { shown_result } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { is_uptake_amount } from "../words/uptake";
import { section } from "./section";

const heads = () => columns(words.quantities.columns, [1, 2]);

function row(result: Result) {
  const { value, range, unit } = shown_result(result);
  const drivers = words.drivers(result.driven_by);
  const meaning = drivers === "" ? result.meaning : element("span", {}, result.meaning, " ", element("small", { class: "aside" }, drivers));
  return [words.result(result.name, result.room), value, range, unit, meaning];
}

export function quantities(page: Page): HTMLElement {
  const told = page.results.filter(({ name }) => !is_uptake_amount(name));
  const rooms = [...new Set(told.map(({ room }) => room))];
  const tables = rooms.map((room) => {
    const made = table(heads(), told.filter((one) => one.room === room).map(row), words.room(room));
    made.classList.add("fixed", "quantities");
    return made;
  });
  return section("quantities", words.quantities.heading,
    told.length < page.results.length && element("p", {}, words.quantities.amounts, " ",
      page.uptake.length > 0 && element("a", { href: "#uptake" }, words.uptake.heading), page.uptake.length > 0 && "."),
    ...(tables.length > 0 ? tables : [element("p", { class: "absent" }, words.quantities.none)]));
}
