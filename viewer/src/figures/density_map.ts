import * as Plot from "@observablehq/plot";
import type { DensityMap, Gap, Page, PunctureMap } from "../data";
import { element, svg, type Child } from "../element";
import { in_words, number_text, plain_number, shown_result, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { closer_look, type CloserLook, type Jump } from "./closer_look";
import { coarser, densities, density_class_count, density_classes, density_colour, mean_density, tiles_mark, type DensityClasses } from "./density_tiles";
import type { Figure } from "./figure";
import { in_box, map_widths, size, window_frame, type Box } from "./map_box";
import { lines } from "./map_ground";

const k_factors = [1, 2, 4];
const k_most_gaps = 3;
/** The number of a gap stands off its ring, up to the right, at the end of a line this long in pixels: close by, the two read as "C1". */
const k_leader = 8;
const k_slope = Math.SQRT1_2;

/** What is drawn now: the tiles can be made coarser. */
interface Shown {
  tiles: DensityMap;
  classes: DensityClasses;
}

/** Circles without a hole, numbered by size. */
export function gap_marks(gaps: Gap[]): Plot.Markish {
  return (_, scales) => {
    const x_of = scales["x"] as (x: number) => number;
    const y_of = scales["y"] as (y: number) => number;
    const group = svg("g", { class: "gaps" });
    gaps.forEach(({ x, y, radius }, at) => {
      const [cx, cy, r] = [x_of(x), y_of(y), x_of(x + radius) - x_of(x)];
      const on_ring = (off: number): string => `${(cx + k_slope * (r + off)).toFixed(1)} ${(cy - k_slope * (r + off)).toFixed(1)}`;
      const circle = { cx: cx.toFixed(1), cy: cy.toFixed(1), r: r.toFixed(1) };
      group.append(svg("circle", { ...circle, class: "halo" }), svg("circle", circle),
        svg("path", { class: "leader", d: `M${on_ring(0)}L${on_ring(k_leader)}` }),
        svg("text", { x: (cx + k_slope * (r + k_leader) + 2).toFixed(1), y: (cy - k_slope * (r + k_leader) + 1).toFixed(1) }, String(at + 1)));
    });
    return group;
  };
}

function dots_mark(map: PunctureMap, box: Box, radius: number): Plot.Markish {
  const here = in_box(map, box);
  return Plot.dot(here, {
    x: (i: number) => map.x[i], y: (i: number) => map.y[i], r: radius,
    fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1, clip: "frame",
  } as Plot.DotOptions);
}

function draw_map({ tiles, classes }: Shown, map: PunctureMap, box: Box, width: number, closer: Box | null): Node {
  const margins = { left: 30, right: 2, top: 8, bottom: 36 };
  const scale = (width - margins.left - margins.right) / size(box.x);
  return Plot.plot({
    width, height: Math.round(scale * size(box.y) + margins.top + margins.bottom),
    marginLeft: margins.left, marginRight: margins.right, marginTop: margins.top, marginBottom: margins.bottom, className: "plot",
    x: { domain: box.x, label: map.unit, labelArrow: "none", labelAnchor: "right", ticks: width < 420 ? 4 : 7, tickSize: 0 },
    y: { domain: box.y, label: null, ticks: width < 420 ? 4 : 7, tickSize: 0 },
    marks: [
      tiles_mark(tiles, classes, map.window), lines(map), gap_marks(tiles.gaps),
      closer && Plot.rect([0], { x1: closer.x[0], x2: closer.x[1], y1: closer.y[0], y2: closer.y[1], fill: "none", stroke: "var(--ink)", strokeWidth: 1.25, clip: "frame" } as Plot.RectOptions),
    ],
  });
}

function draw_closer({ tiles, classes }: Shown, map: PunctureMap, box: Box, width: number): Node {
  const radius = Math.min(4.5, Math.max(1.1, (width / size(box.x)) * 0.05));
  return element("div", { class: "closer" }, Plot.plot({
    width, height: width, margin: 1, className: "plot",
    x: { domain: box.x, axis: null }, y: { domain: box.y, axis: null },
    marks: [
      tiles_mark(tiles, classes, map.window), lines(map), gap_marks(tiles.gaps), dots_mark(map, box, radius), Plot.frame({ stroke: "var(--ink)", strokeWidth: 1.25 }),
    ],
  }));
}

function draw(now: Shown, map: PunctureMap, look: CloserLook | null, width: number): Node {
  const box = window_frame(map);
  const widths = map_widths(box, width, look !== null);
  const closer = look?.box() ?? null;
  return element("div", { class: widths.is_beside ? "map side-by-side" : "map" },
    draw_map(now, map, box, widths.map, closer),
    closer && draw_closer(now, map, closer, widths.closer));
}

export function density_key(classes: DensityClasses): HTMLElement {
  const steps = Array.from({ length: density_class_count(classes) }, (_, at) => {
    const step = element("span", { class: "step" });
    step.style.background = density_colour(classes, at);
    return element("span", {}, step, at > 0 && element("span", { class: "edge" }, plain_number(Number((classes.edges[at - 1] as number).toPrecision(3)))));
  });
  return element("div", { class: "depth-key" },
    element("span", { class: "label" }, words.density.key(unit_text("1/cm2"))), element("span", { class: "steps" }, ...steps));
}

/** Radio buttons for the side of a tile. */
function tile_choice(map: DensityMap, choose: (factor: number) => void): HTMLElement {
  const option = (factor: number): HTMLElement => {
    const input = element("input", { type: "radio", name: "tile-side", value: String(factor), checked: factor === 1 });
    input.addEventListener("change", () => choose(factor));
    return element("label", {}, input, element("span", {}, `${plain_number(map.side * factor)}\u00a0${map.unit}`));
  };
  return element("fieldset", { class: "choice tile-side" }, element("legend", {}, words.density.tiles), ...k_factors.map(option));
}

/** Share of the tiles under half the mean, and the share that chance alone would leave there. */
export function thin_shares(map: DensityMap): { found: number; chance: number } {
  const half = mean_density(map) / 2;
  const all = densities(map);
  const found = all.filter((one) => one < half).length / Math.max(1, all.length);
  const mean = (2 * half * map.side * map.side) / 100;
  let [chance, term] = [0, Math.exp(-mean)];
  for (let k = 0; k < mean / 2; ++k) {
    chance += term;
    term *= mean / (k + 1);
  }
  return { found, chance };
}

function numbers(map: DensityMap): Node[] {
  const rows = k_factors.map((factor) => {
    const tiles = coarser(map, factor);
    const { found, chance } = thin_shares(tiles);
    const all = densities(tiles).sort((a, b) => a - b);
    const at = (share: number): string => number_text(all[Math.round(share * (all.length - 1))] ?? 0, 0);
    const percent = (share: number): string => `${number_text(Math.round(1000 * share) / 10, 1)}\u00a0%`;
    return [`${plain_number(tiles.side)}\u00a0${map.unit}`, at(0.1), at(0.5), at(0.9), percent(found), percent(chance)];
  });
  const gap_rows = map.gaps.slice(0, k_most_gaps).map(({ x, y, radius }, at) =>
    [String(at + 1), `${number_text(2 * radius, 2)}\u00a0${map.unit}`, `${number_text(x, 1)},\u00a0${number_text(y, 1)}\u00a0${map.unit}`]);
  return [
    table(columns(words.density.columns(unit_text("1/cm2")), [1, 2, 3, 4, 5]), rows),
    ...(gap_rows.length > 0 ? [element("h4", {}, words.density.gaps), table(columns(words.density.gap_columns, [1, 2]), gap_rows)] : []),
  ];
}

function jumps(map: DensityMap): Jump[] {
  return map.gaps.slice(0, k_most_gaps).map(({ x, y, radius }, at) =>
    ({ label: words.density.jump(at + 1), name: words.density.jump_name(at + 1), to: [x, y], side: Math.max(5, Math.ceil(6 * radius)) }));
}

function reading(page: Page, map: DensityMap): string {
  const { found, chance } = thin_shares(map);
  const percent = (share: number): string => number_text(Math.round(100 * share), 0);
  const largest = map.gaps[0];
  const gap = page.results.find(({ name, value }) => name === "largest_gap" && value !== null);
  return [
    words.density.reading(number_text(mean_density(map), 0), percent(found), percent(chance), `${plain_number(map.side)}\u00a0${map.unit}`),
    largest ? words.density.gap_reading(`${number_text(2 * largest.radius, 1)}\u00a0${map.unit}`) : "",
    gap ? words.density.gap_over_variants(in_words(shown_result(gap))) : "",
  ].filter(Boolean).join(" ");
}

export function density_map(page: Page, given: DensityMap, map: PunctureMap): Figure {
  const base = { ...given, gaps: given.gaps.slice(0, k_most_gaps) };
  const told = (box: Box): string => words.density.closer(plain_number(size(box.x)), map.unit, map.shown < map.total);
  const look = closer_look(map, jumps(base), told);
  let now: Shown = { tiles: base, classes: density_classes([base]) };
  const key = element("div", {}, density_key(now.classes));
  const drawing = look?.drawing((width) => draw(now, map, look, width)) ?? ((width: number) => draw(now, map, null, width));
  const choose = (factor: number): void => {
    const tiles = coarser(base, factor);
    now = { tiles, classes: density_classes([tiles]) };
    key.replaceChildren(density_key(now.classes));
    look?.refresh();
  };
  const legend: Child = element("div", { class: "legend" }, look?.controls, key, look !== null && tile_choice(base, choose),
    base.gaps.length > 0 && element("ul", {}, element("li", {}, element("span", { class: "key gap", "aria-hidden": "true" }), words.density.gap_key)));
  return {
    id: "density-map", title: words.density.title, reading: reading(page, base),
    alt: words.density.alt(page.site.title, number_text(mean_density(base), 0), base.gaps.length),
    caption: words.density.caption + (map.shown < map.total ? ` ${words.density.thinned}` : ""),
    legend, draw: drawing, numbers: numbers(base),
  };
}
