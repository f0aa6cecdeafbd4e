import type { Page } from "../data";
import { element } from "../element";
import { plain_number } from "../numbers";
import { words } from "../strings";
import { theme_choice } from "../theme";
import { is_cell } from "./cell";

/** Letters; longer titles are set smaller, so that the answer stays on the first screen. */
const k_long_title = 48;

const amount = (value: number | null, unit = ""): string =>
  value === null ? "" : plain_number(value) + (unit ? `\u00a0${unit}` : "");

export function what_was_done({ experiment, device, site, person, sessions }: Page): string {
  const what = words.done.device(device.kind, amount(device.needles), amount(device.needle_mm, "mm"), device.setting);
  if (is_cell({ experiment } as Page)) return words.cell.bench(site.title || experiment.skin, experiment.manner, what);
  if (experiment.kind !== "") return words.done.bench(experiment.kind, what, site.title || experiment.skin);
  return words.done.sentence(
    what,
    words.done.site(amount(site.window_cm2, "cm²"), site.title || site.name),
    words.done.person(amount(person.age_years), person.sex, amount(person.phototype)),
    words.done.sessions(Math.max(1, sessions.length)),
  );
}

/** "2 mg/cm2" as a sentence of the data has it reads "2 mg/cm²". */
const with_powers = (sentence: string): string => sentence.replace(/\/cm2\b/g, "/cm²").replace(/ {2,}/g, " ");

/** What is put on: strengths, vehicle and how; what is assumed of it is folded away. */
function put_on({ product }: Page): HTMLElement | null {
  if (product === null) return null;
  const assumed = product.sentences.filter(words.uptake.is_assumption);
  const stated = product.sentences.filter((one) => !words.uptake.is_assumption(one));
  return element("div", { class: "lead put-on" },
    element("p", {}, element("b", {}, words.uptake.product(product.title)), " ", with_powers(stated.join(" ")), " "),
    assumed.length > 0 && element("details", {}, element("summary", {}, words.uptake.assumptions), element("p", {}, with_powers(assumed.join(" ")))));
}

export function masthead(page: Page): HTMLElement {
  return element("header", { class: "masthead" },
    element("div", { class: "top-line" },
      element("p", { class: "brand" }, element("b", {}, words.brand), element("span", {}, words.report)),
      theme_choice()),
    element("h1", { class: page.title.length > k_long_title ? "long" : undefined }, page.title || words.untitled),
    element("p", { class: "lead" }, what_was_done(page),
      page.sessions.length > 1 && element("span", { class: "note" }, " ", words.first_session,
        element("a", { href: "#sessions" }, words.all_sessions), ".")),
    put_on(page));
}
