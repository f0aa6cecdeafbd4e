import type { Page } from "./data";
import { element } from "./element";
import { prepare_for_print } from "./print";
import { answer } from "./sections/answer";
import { diffusion_cell } from "./sections/cell";
import { not_built, warnings } from "./sections/cautions";
import { figures } from "./sections/figures";
import { findings } from "./sections/findings";
import { inputs } from "./sections/inputs";
import { ledger } from "./sections/ledger";
import { limits } from "./sections/limits";
import { masthead } from "./sections/masthead";
import { quantities } from "./sections/quantities";
import { reproduce } from "./sections/reproduce";
import { endpoint_cards } from "./sections/endpoints";
import { outlook } from "./sections/outlook";
import { sessions } from "./sections/sessions";
import { sources } from "./sections/sources";
import { uptake } from "./sections/uptake";
import { words } from "./strings";

/** Figures are redrawn at this width for paper [CSS px]: A4 less its margins. */
export const k_paper_width = 660;

export function contents(sections: HTMLElement[]): HTMLElement {
  const links = sections.map((one) =>
    element("a", { href: `#${one.id}` }, one.querySelector("h2")?.textContent ?? words.figures.heading));
  return element("nav", { class: "contents", "aria-label": words.contents }, ...links);
}

export function page(data: Page): HTMLElement[] {
  const cell = diffusion_cell(data);
  const gets_in = cell === null ? uptake(data) : null;
  const drawn = figures(data, gets_in?.count ?? 0);
  const seen = [cell, gets_in?.element ?? null, outlook(data), endpoint_cards(data)].filter((one): one is HTMLElement => one !== null);
  const details = [
    limits(data), findings(data), warnings(data), quantities(data), sessions(data), not_built(data), inputs(data), sources(data),
    ledger(data), reproduce(data),
  ].filter((one): one is HTMLElement => one !== null);
  prepare_for_print((printing) => [gets_in, drawn].forEach((one) => one?.redraw(printing ? k_paper_width : undefined)));
  return [
    element("a", { class: "skip", href: "#figures" }, words.skip),
    element("main", {},
      masthead(data), answer(data), contents([...seen, drawn.element, ...details]), ...seen, drawn.element,
      element("div", { class: "details" }, ...details)),
    element("footer", {}, element("p", {}, `${words.foot} ${words.purpose}`)),
  ];
}

export function empty_page(): HTMLElement[] {
  return [element("main", { class: "empty" }, element("h1", {}, words.brand), element("p", {}, words.empty_page))];
}
