import type { Page } from "../data";
import { element } from "../element";
import { plain_number, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { section } from "./section";

export function ledger(page: Page): HTMLElement | null {
  if (page.ledger.length === 0) return null;
  const rows = page.ledger.map(({ name, value, unit }) => [
    element("code", {}, name), value === null ? words.no_value : plain_number(value), unit_text(unit),
  ]);
  return section("ledger", words.ledger.heading,
    element("p", {}, words.ledger.lead), table(columns(words.ledger.columns, [1]), rows));
}
