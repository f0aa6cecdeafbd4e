import * as Plot from "@observablehq/plot";
import type { DensityMap, PunctureMap } from "../data";
import { element, type Child } from "../element";
import { class_colour, class_count, classes_of, edge_text, type DepthClasses } from "../figures/depth_classes";
import { density_key, gap_marks, thin_shares } from "../figures/density_map";
import { density_classes, mean_density, tiles_mark, type DensityClasses } from "../figures/density_tiles";
import type { Figure } from "../figures/figure";
import { size, window_frame, type Box } from "../figures/map_box";
import { ground, lines } from "../figures/map_ground";
import { punctures_mark } from "../figures/punctures_mark";
import { number_text, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { badge, name_of, type NamedRun } from "./runs";

const k_gap = 24;
const k_least_column = 230;
const k_narrow = 190;
const k_most_gaps = 3;

interface Panel {
  run: NamedRun;
  map: PunctureMap;
  tiles: DensityMap | null;
  box: Box;
}

const panels_of = (runs: NamedRun[]): Panel[] => runs.flatMap((run) => {
  const map = run.page.puncture_map;
  if (map === null) return [];
  const tiles = run.page.density_map;
  return [{ run, map, tiles: tiles && { ...tiles, gaps: tiles.gaps.slice(0, k_most_gaps) }, box: window_frame(map) }];
});

/** All maps with the same pixels per millimetre: the widest fills its column. */
function draw(panels: Panel[], width: number, marks: (panel: Panel, scale: number) => Plot.Markish[]): Node {
  const beside = Math.max(1, Math.min(panels.length, panels.length === 4 ? 4 : 3, Math.floor((width + k_gap) / (k_least_column + k_gap))));
  const column = Math.floor((width - k_gap * (beside - 1)) / beside);
  const margins = { left: 26, right: 4, top: 6, bottom: 24 };
  const widest = Math.max(...panels.map(({ box }) => size(box.x)));
  const scale = Math.min((column - margins.left - margins.right) / widest, 420 / Math.max(...panels.map(({ box }) => size(box.y))));
  const made = element("div", { class: "maps" }, ...panels.map((panel) => {
    const { box, map } = panel;
    const map_width = Math.round(scale * size(box.x) + margins.left + margins.right);
    const ticks = map_width < k_narrow ? 2 : 4;
    return element("div", {}, element("p", { class: "curve-title" }, badge(panel.run), " ", panel.run.page.title),
      Plot.plot({
        width: map_width,
        height: Math.round(scale * size(box.y) + margins.top + margins.bottom),
        marginLeft: margins.left, marginRight: margins.right, marginTop: margins.top, marginBottom: margins.bottom, className: "plot",
        x: { domain: box.x, label: map_width < k_narrow ? null : map.unit, labelArrow: "none", labelAnchor: "right", ticks, tickSize: 0 },
        y: { domain: box.y, label: null, ticks, tickSize: 0 },
        marks: marks(panel, scale),
      }));
  }));
  made.style.gridTemplateColumns = `repeat(${beside}, minmax(0, 1fr))`;
  return made;
}

function depth_key(classes: DepthClasses, unit: string): Child {
  const steps = Array.from({ length: class_count(classes) }, (_, at) => {
    const step = element("span", { class: "step" });
    step.style.background = class_colour(classes, at);
    return element("span", {}, step, at > 0 && element("span", { class: "edge" }, edge_text(classes, at)));
  });
  return element("div", { class: "legend" }, element("div", { class: "depth-key" },
    element("span", { class: "label" }, words.map.legend_depth(unit_text(unit))), element("span", { class: "steps" }, ...steps)));
}

export function strike_maps(runs: NamedRun[]): Figure | null {
  const panels = panels_of(runs);
  if (panels.length === 0) return null;
  const classes = classes_of(panels.flatMap(({ map }) => map.depth.filter((depth) => depth > 0)));
  const share = Math.min(...panels.map(({ map }) => (map.total > 0 ? map.shown / map.total : 1)));
  return {
    id: "strike-maps", title: words.compare.maps.title, reading: words.compare.maps.reading,
    alt: words.compare.maps.alt(words.join(panels.map(({ run }) => name_of(run)))),
    caption: words.compare.maps.caption(number_text(100 * share, share > 0.995 || share >= 0.1 ? 0 : 1)),
    legend: depth_key(classes, panels[0]?.map.unit ?? "mm"),
    draw: (width) => draw(panels, width, ({ map }, scale) =>
      [...ground(map), punctures_mark(map, classes, Math.min(1.8, Math.max(0.75, scale * 0.13))), lines(map)]),
    numbers: [table(columns([words.compare.key, ...words.map.columns.slice(1, 2)], [1]),
      panels.map(({ run, map }) => [name_of(run), number_text(map.total, 0)]))],
  };
}

export function density_maps(runs: NamedRun[]): Figure | null {
  const panels = panels_of(runs).filter(({ tiles }) => tiles !== null);
  if (panels.length === 0) return null;
  const all = panels.map(({ tiles }) => tiles as DensityMap);
  const classes: DensityClasses = density_classes(all);
  const percent = (share: number): string => `${number_text(Math.round(1000 * share) / 10, 1)}\u00a0%`;
  return {
    id: "density-maps", title: words.compare.density.title, reading: words.compare.density.reading,
    alt: words.compare.density.alt(words.join(panels.map(({ run }) => name_of(run)))),
    caption: words.compare.density.caption,
    legend: element("div", { class: "legend" }, density_key(classes),
      element("ul", {}, element("li", {}, element("span", { class: "key gap", "aria-hidden": "true" }), words.density.gap_key))),
    draw: (width) => draw(panels, width, ({ map, tiles }) =>
      [tiles_mark(tiles as DensityMap, classes, map.window), lines(map), gap_marks((tiles as DensityMap).gaps)]),
    numbers: [table(columns(words.compare.density.columns, [1, 2, 3, 4]), panels.map(({ run }, at) => {
      const tiles = all[at] as DensityMap;
      const { found, chance } = thin_shares(tiles);
      const gap = tiles.gaps[0];
      return [name_of(run), number_text(mean_density(tiles), 0), percent(found), percent(chance),
        gap ? `${number_text(2 * gap.radius, 2)} ${tiles.unit}` : words.no_value];
    }))],
  };
}
