import type { Page } from "../data";
import { element } from "../element";
import { words } from "../strings";
import { section } from "./section";

export function warnings(page: Page): HTMLElement | null {
  if (page.warnings.length === 0) return null;
  return section("warnings", words.warnings.heading,
    element("ul", { class: "cautions" }, ...page.warnings.map((one) => element("li", {}, one))));
}

export function not_built(page: Page): HTMLElement | null {
  if (page.not_built.length === 0) return null;
  const rooms = page.not_built.flatMap(({ room, reason }) => [
    element("dt", {}, words.short_room(room)),
    element("dd", {}, reason),
  ]);
  return section("not-built", words.not_built.heading,
    element("p", {}, words.not_built.lead), element("dl", { class: "rooms" }, ...rooms));
}
