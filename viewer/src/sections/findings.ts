import type { Page } from "../data";
import { element } from "../element";
import { words } from "../strings";
import { section } from "./section";

/** What the needles do, in the run's own sentences; null where it found nothing. */
export function findings(page: Page): HTMLElement | null {
  if (page.findings.length === 0) return null;
  return section("findings", words.findings.heading,
    element("ul", { class: "findings" }, ...page.findings.map((one) => element("li", {}, one))));
}
