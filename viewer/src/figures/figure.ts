import { element, type Child } from "../element";
import { words } from "../strings";

/** What one figure is made of; `draw` is called again for another width. */
export interface Figure {
  id: string;
  title: string;
  reading: string;
  alt: string;
  caption: string;
  /** Stands between heading and drawing. */
  legend?: Child;
  draw(width: number): Node;
  numbers: Node[];
}

export interface MountedFigure {
  element: HTMLElement;
  /** Draws for the width it has now, or for a given one. */
  redraw(width?: number): void;
}

/** The drawing tool names its groups by aria-label, which means nothing to a reader of an image; as data they stay. */
export function without_labels<Drawn extends Node>(drawn: Drawn): Drawn {
  if (!(drawn instanceof Element)) return drawn;
  for (const mark of drawn.querySelectorAll<SVGElement>("svg [aria-label]")) {
    mark.dataset["mark"] = mark.getAttribute("aria-label") ?? "";
    mark.removeAttribute("aria-label");
  }
  return drawn;
}

export function mount(figure: Figure, number: number): MountedFigure {
  const drawing = element("div", { class: "drawing", role: "img", "aria-label": figure.alt });
  const title_id = `${figure.id}-title`;
  const whole = element("div", { class: "whole" },
    element("header", {},
      element("p", { class: "overline" }, words.figures.number(number)),
      element("h3", { id: title_id }, figure.title),
      element("p", { class: "reading" }, figure.reading)),
    figure.legend,
    drawing,
    figure.caption !== "" && element("p", { class: "caption" }, figure.caption));
  const made = element("figure", { id: figure.id, "aria-labelledby": title_id }, whole,
    figure.numbers.length > 0 && element("details", {}, element("summary", {}, words.figures.table), ...figure.numbers));
  let drawn = 0;
  const redraw = (width = drawing.clientWidth): void => {
    if (width <= 0) return;
    drawn = width;
    drawing.replaceChildren(without_labels(figure.draw(width)));
  };
  new ResizeObserver(() => {
    if (Math.abs(drawing.clientWidth - drawn) > 1 && !window.matchMedia("print").matches) redraw();
  }).observe(drawing);
  return { element: made, redraw };
}
