import type { Page } from "../data";
import { element } from "../element";
import { against_chance } from "../figures/against_chance";
import { curves, drawn_sets } from "../figures/curves";
import { density_map } from "../figures/density_map";
import { depth_classes } from "../figures/depth_classes";
import { depth_histogram } from "../figures/depth_histogram";
import { mount, type Figure, type MountedFigure } from "../figures/figure";
import { layer_reach } from "../figures/layer_reach";
import { outcome_maps } from "../figures/outcome_maps";
import { puncture_map } from "../figures/puncture_map";
import { words } from "../strings";

/** One line per figure: a new figure is a module and a line here. */
function figures_of(page: Page): Figure[] {
  const classes = depth_classes(page);
  const own = new Set(page.uptake.flatMap(({ active }) => [`uptake_${active}`, `layers_${active}`])); // drawn where what gets in is told
  const made: (Figure | null)[] = [
    page.puncture_map && puncture_map(page, page.puncture_map, classes),
    page.density_map && page.puncture_map && density_map(page, page.density_map, page.puncture_map),
    ...page.curves.map((set) => set.chance && against_chance(page, set, set.chance)),
    page.depth_histogram && depth_histogram(page, page.depth_histogram, classes),
    page.layer_reach.length > 0 ? layer_reach(page, page.layer_reach) : null,
    ...drawn_sets(page.curves.filter(({ chance, name }) => chance === null && !own.has(name))).map((set) => curves(page, set)),
    page.outcome?.map ? outcome_maps(page, page.outcome.map) : null,
  ];
  return made.filter((one): one is Figure => one !== null);
}

export interface Figures {
  element: HTMLElement;
  redraw(width?: number): void;
}

/** `before`: how many figures stand above. */
export function figures(page: Page, before = 0): Figures {
  const mounted: MountedFigure[] = figures_of(page).map((figure, at) => mount(figure, before + at + 1));
  return {
    element: element("section", { class: "figures", id: "figures", "aria-label": words.figures.heading, tabindex: "-1" },
      ...(mounted.length > 0
        ? mounted.map((one) => one.element)
        : [element("p", { class: "absent" }, words.figures.missing)])),
    redraw: (width) => mounted.forEach((one) => one.redraw(width)),
  };
}
