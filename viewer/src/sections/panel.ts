import { element, type Child } from "../element";
import { words } from "../strings";

/** The large figure of a panel with its unit, beside it what it counts and its range. */
export function headline(value: string, unit: string, what: string, range: string): HTMLElement {
  return element("p", { class: "headline" },
    element("span", { class: "value" }, value, unit !== "" && element("span", { class: "unit" }, `\u00a0${unit}`)),
    element("span", { class: "beside" },
      element("span", { class: "what" }, what),
      range !== "" && element("span", { class: "range-text" }, range)));
}

export function panel(id: string, title: string, ...children: Child[]): HTMLElement {
  const has_any = children.some((child) => child !== null && child !== undefined && child !== false && child !== "");
  return element("section", { class: "panel", "aria-labelledby": id },
    element("h2", { id }, title),
    ...(has_any ? children : [element("p", { class: "absent" }, words.not_computed)]));
}
