import { element, type Child } from "../element";

export function section(id: string, heading: string, ...children: Child[]): HTMLElement {
  const title_id = `${id}-title`;
  return element("section", { id, class: "detail", "aria-labelledby": title_id },
    element("h2", { id: title_id }, heading),
    element("div", { class: "body" }, ...children));
}
