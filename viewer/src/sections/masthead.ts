import type { Page } from "../data";
import { element } from "../element";
import { plain_number } from "../numbers";
import { words } from "../strings";
import { theme_choice } from "../theme";

/** Letters; longer titles are set smaller, so that the answer stays on the first screen. */
const k_long_title = 48;

const amount = (value: number | null, unit = ""): string =>
  value === null ? "" : plain_number(value) + (unit ? `\u00a0${unit}` : "");

export function what_was_done({ experiment, device, site, person, sessions }: Page): string {
  const what = words.done.device(device.kind, amount(device.needles), amount(device.needle_mm, "mm"), device.setting);
  if (experiment.kind !== "") return words.done.bench(experiment.kind, what, site.title || experiment.skin);
  return words.done.sentence(
    what,
    words.done.site(amount(site.window_cm2, "cm²"), site.title || site.name),
    words.done.person(amount(person.age_years), person.sex, amount(person.phototype)),
    words.done.sessions(Math.max(1, sessions.length)),
  );
}

export function masthead(page: Page): HTMLElement {
  return element("header", { class: "masthead" },
    element("div", { class: "top-line" },
      element("p", { class: "brand" }, element("b", {}, words.brand), element("span", {}, words.report)),
      theme_choice()),
    element("h1", { class: page.title.length > k_long_title ? "long" : undefined }, page.title || words.untitled),
    element("p", { class: "lead" }, what_was_done(page),
      page.sessions.length > 1 && element("span", { class: "note" }, " ", words.first_session,
        element("a", { href: "#sessions" }, words.all_sessions), ".")));
}
