import type { Interval, Page, Result } from "../data";
import { element } from "../element";
import { in_words, shown_figures, shown_result } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { headline, panel } from "./panel";

const k_parts = ["donor", "stratum_corneum", "channels", "epidermis", "dermis", "converted", "receptor", "samples", "total"];

export const is_cell = (page: Page): boolean => page.experiment.kind === "franz-cell";

function result_of(page: Page, active: string, name: string): Result | undefined {
  return page.results.find((one) => one.room === "transport" && one.name === `${active}.${name}` && one.value !== null);
}

const actives_of = (page: Page): string[] =>
  page.results.filter(({ room, name }) => room === "transport" && name.endsWith(".permeated")).map(({ name }) => name.slice(0, -".permeated".length));

const said = (one: Result | undefined): string => (one === undefined ? "" : in_words(shown_result(one)));

function through(page: Page, active: string): HTMLElement {
  const [passed, intact, factor] = ["permeated", "intact_permeated", "cell_enhancement"].map((name) => result_of(page, active, name));
  const shown = passed && shown_result(passed);
  const has_holes = page.experiment.manner !== "intact";
  return panel(`cell-through-${active}`, words.cell.through,
    shown && headline(shown.value, shown.unit, words.cell.until, shown.range && `${shown.range} ${shown.unit}`),
    has_holes && intact && element("p", { class: "gloss" }, words.cell.intact(said(intact)), factor && ` ${words.cell.enhancement(in_words({ ...shown_result(factor), unit: "" }))}`));
}

function slope(page: Page, active: string): HTMLElement {
  const [flux, lag, permeability] = ["cell_flux", "cell_lag", "cell_permeability"].map((name) => result_of(page, active, name));
  const shown = flux && shown_result(flux);
  return panel(`cell-slope-${active}`, words.cell.slope,
    shown ? headline(shown.value, shown.unit, words.cell.straight, shown.range && `${shown.range} ${shown.unit}`) : element("p", { class: "gloss" }, words.cell.no_slope),
    shown && element("p", { class: "gloss" }, [lag && words.cell.lag(said(lag)), permeability && words.cell.permeability(said(permeability))].filter(Boolean).join(" ")));
}

/** In the form that laboratories use: part by part, in per cent of the dose, and what is found in all. */
function recovery(page: Page, active: string): HTMLElement {
  const dose = result_of(page, active, "dose");
  const rows = k_parts.flatMap((part) => {
    const one = result_of(page, active, `recovery.${part}`);
    if (one === undefined || part === "converted" && !((one.high ?? 0) > 0) || part === "channels" && page.experiment.manner === "intact") return [];
    const { value, range } = shown_figures(one as Interval, "%");
    const name = part === "total" ? element("b", {}, words.cell.parts(part)) : words.cell.parts(part);
    return [[name, value, range]];
  });
  const made = table(columns(words.cell.columns, [1, 2]), rows, `${words.cell.recovery}. ${dose ? words.cell.dose(said(dose)) : ""}`);
  made.classList.add("places");
  return made;
}

/** A diffusion cell as a laboratory reports it, active by active; null of any other run. */
export function diffusion_cell(page: Page): HTMLElement | null {
  const actives = is_cell(page) ? actives_of(page) : [];
  if (actives.length === 0) return null;
  return element("section", { class: "uptake", id: "cell", "aria-labelledby": "cell-title" },
    element("h2", { id: "cell-title" }, words.cell.heading),
    element("p", { class: "reading" }, words.cell.lead),
    ...actives.map((active) => element("div", { class: "active" }, actives.length > 1 && element("h3", {}, words.cell.name(active)),
      element("div", { class: "panels" }, through(page, active), slope(page, active)), recovery(page, active))));
}
