/** The figures, their captions and their tables. */
import { cell_curve, cell_heading, is_cell_set } from "./cell";
import { count, join, lookup } from "./grammar";
import { course, course_curves, course_sets, drawn_with } from "./outcome";
import { is_uptake_set, uptake_curve, uptake_heading } from "./uptake";

export const figures = {
  heading: "Figures",
  number: (n: number) => `Figure ${n}`,
  table: "The numbers behind this figure",
  missing: "This run holds no data for this figure.",
  not_pierced: "did not pierce",
  under: (depth: string) => `under ${depth}`,
  from: (depth: string) => `${depth} and more`,
  any_depth: "any depth",
};

/** The first of them set the scale: hours matter at first, months later. */
const k_days = [0, 1, 3, 7, 14, 28, 60, 120, 180, 270, 365];

export const curves = {
  heading: (name: string) => uptake_heading(name) ?? cell_heading(name) ?? lookup({
    ...course_sets,
    closure_course: "How the holes close", against_chance: "Evenness against chance", force_displacement: "Force and depth as the needles are driven in",
  }, name),
  title: (name: string) => course_curves[name]?.title ?? uptake_curve(name) ?? cell_curve(name) ?? lookup({
    clumping: "Clumping beyond chance, L(r) − r", force: "Force on a needle", depth: "Depth in place",
  }, name),
  unit: (name: string, unit: string) => course_curves[name]?.unit ?? unit,
  is_percent: (name: string) => course_curves[name]?.percent === true,
  is_whole: (name: string) => course_curves[name]?.whole === true,
  drawn_with: (name: string) => drawn_with[name] ?? name,
  is_after_first: (name: string) => ["collagen_course", "collagen_types", "cells_course", "growth_factor_course"].includes(name),
  axis: (axis: string, unit: string, set = "") => {
    if (is_cell_set(set) && axis === "depth_share") return "share of the stratum corneum's thickness, from the surface";
    if (is_uptake_set(set) || is_cell_set(set)) return `time since the product was first put on (${unit})`;
    const is_course = axis === "time" && unit === "day";
    const since = curves.is_after_first(set) ? course.after_first : course.after_last;
    const what = is_course ? `time ${since}` : lookup({ distance: "distance between two holes, r", time: "time since the last puncture", displacement: "displacement from first touch" }, axis);
    return unit ? `${what} (${is_course ? "days" : unit})` : what;
  },
  at: (at: string, unit: string) => `at ${at} ${unit}`,
  style: (name: string): { root: boolean; ticks?: number[] } => {
    if (name === "closure_course") return { root: true, ticks: [0, 1, 4, 12, 24, 48, 72, 96, 120] };
    if (is_uptake_set(name)) return { root: true, ticks: [0, 1, 4, 8, 12, 24, 48, 72, 120, 168, 336, 504, 672] };
    return name.startsWith("endpoints_") || name in course_sets && !curves.is_after_first(name) ? { root: true, ticks: k_days } : { root: false };
  },
  pierces: (force: string, way: string) => `A tip pierces at ${force}${way ? `, ${way} after first touch` : ""}.`,
  margin: (margin: string) => `A needle fails at ${margin} times the largest force on one.`,
  reading: (curves: string[]) => `${join(curves)}.`,
  caption: (percent: string) => `Line: median; band: ${percent} % interval at each point.`,
  closing_caption: "Only variants in which a hole stays are counted. The time axis is stretched at its start (root scale).",
  alt: (curves: string, axis: string) => `Curves with their intervals: ${curves}, against ${axis}.`,
};

const chance_measure = "L(r) − r sums up how many more holes than by chance stand within the distance r of a hole.";

export const chance = {
  title: "Evenness against chance",
  how: "Below the band: more regular than chance; above it: clumped, as tracks are.",
  inside: "Here the line stays inside: not to be told from chance.",
  found: (regular: string[], clumped: string[]) =>
    `Here the holes are ${[
      ...(regular.length > 0 ? [`more regular at ${join(regular)}`] : []),
      ...(clumped.length > 0 ? [`clumped at ${join(clumped)}`] : []),
    ].join(", but ")}.`,
  span: (from: string, to: string, unit: string) => (from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`),
  index: (index: string) => `Nearest-neighbour index ${index}: 1 is chance, above it more regular, below it clumped.`,
  too_few: (holes: string) => `Too few holes to tell: ${holes} in the treated window.`,
  line: (asked: string, holes: string) =>
    (asked === holes ? `the ${holes} holes of this treatment` : `${asked} holes drawn at random from the ${holes} of this treatment`),
  band: (percent: string) => `chance: ${percent} of 100 random patterns stay inside all the way`,
  even: "more regular",
  clumped: "clumped",
  caption: (simulations: string, p: string) =>
    `${chance_measure} Holes of the run with every input at its median, first session, in the treated window. ` +
    `Band: global envelope of ${simulations} patterns of as many holes set at random there${p ? `; p ${p}` : ""}.`,
  p: (value: string, is_least: boolean) => (is_least ? `≤ ${value}` : `= ${value}`),
  alt: (found: string) => `A line of clumping against distance between holes, with the band of chance round zero. ${found}`,
  columns: (unit: string) => [`Distance (${unit})`, `L(r) − r (${unit})`, `Chance (${unit})`, "Reading"],
  states: { above: "clumped", below: "more regular", inside: "as chance" } as Record<string, string>,
  compared: (is_one_band: boolean) =>
    `One line for each run, with ${is_one_band ? "one band of chance for all" : "its own band of chance"}: ` +
    `below ${is_one_band ? "the" : "its"} band a run is more regular than chance, above it clumped.`,
  compared_holes: (run: string, asked: string, holes: string) =>
    `${run}, ${asked === holes ? `all ${holes} holes` : `${asked} holes drawn at random of ${holes}`}`,
  compared_too_few: (run: string, holes: string) => `${run}, too few holes to tell (${holes})`,
  compared_caption: (holes: string[], simulations: string, is_one_band: boolean) =>
    `${chance_measure} Holes of the run with every input at its median, first session, in the treated window: ${holes.join("; ")}. ` +
    (is_one_band ? `Band: global envelope of ${simulations} patterns of as many holes set at random; those of the runs differ by a few percent at most, and one is drawn.`
      : `Bands: global envelopes of ${simulations} patterns of as many holes set at random.`),
};

export const map = {
  title: "Where each needle landed",
  reading: (total: string, inside: string, area: string, reentries: string) =>
    `${total} strikes${inside ? `, ${inside} of them inside the treated window` : ""}${area ? ` ${inside ? "of" : "on"} ${area}` : ""}, ` +
    `coloured by depth; ${reentries} fell into an earlier hole.`,
  caption: (shown: string, total: string) => (shown === total ? "" : `Drawn and counted here: ${shown} of ${total} strikes. `),
  alt: (site: string, shown: string, shallow: string, deep: string) =>
    `Map of the ${site.toLowerCase() || "site"} in millimetres with its outline, the treated window and ${shown} needle strikes, ` +
    `coloured by depth: ${shallow} to ${deep}.`,
  closer: (side: string, unit: string, count: string, again: string) =>
    `The square of ${side} ${unit} marked on the map: ${count} strikes, ${again} of them into an earlier hole.`,
  legend_depth: (unit: string) => `Depth in place, ${unit}`,
  reentry: "into an earlier hole",
  window: "treated window",
  outline: "outline of the site",
  expression_line: "expression line",
  tip_depth: (depth: string) => `${depth} deep`,
  tip_place: (x: string, y: string, unit: string) => `at ${x}, ${y} ${unit}`,
  columns: ["Depth in place", "Strikes", "Share", "Into an earlier hole"],
  every: "Every strike is in punctures.csv, beside this page.",
};

export const look = {
  group: "Closer look: size and place",
  closer: "Closer",
  wider: "Wider",
  left: "To the left",
  right: "To the right",
  up: "Up",
  down: "Down",
  home: "1 cm²",
  home_name: "The square centimetre in the middle",
};

export const density = {
  title: "How evenly they cover the skin",
  reading: (mean: string, found: string, chance: string, side: string) =>
    `${mean} strikes per cm² on average; ${found} % of the ${side} tiles get less than half of that, where chance alone would leave ${chance} %.`,
  gap_reading: (across: string) => `The largest spot without a hole is ${across} across.`,
  gap_over_variants: (gap: string) => `Over the variants, the largest gap: ${gap}.`,
  alt: (site: string, mean: string, gaps: number) =>
    `Tiles over the treated window of the ${site.toLowerCase() || "site"}, coloured by strikes per area, ${mean} per square centimetre on average` +
    `${gaps > 0 ? `; the ${count(gaps)} largest gaps are circled` : ""}.`,
  caption: "Plain counts, nothing smoothed; every strike of the run with every input at its median counts. Even the most even hand leaves tiles that differ: look for streaks and blanks, not for single tiles.",
  thinned: "The dots of the closer look are thinned evenly, the tiles are not.",
  key: (unit: string) => `Strikes ${unit}`,
  tiles: "Tiles",
  gap_key: "largest gaps: circles without a hole",
  gaps: "Largest gaps",
  jump: (n: number) => `Gap ${n}`,
  jump_name: (n: number) => `Look at gap ${n}`,
  closer: (side: string, unit: string, is_thinned: boolean) =>
    `The square of ${side} ${unit} marked on the map, with ${is_thinned ? "a share of the" : "the"} strikes as dots.`,
  columns: (unit: string) => ["Tile", `10 of 100 tiles below, ${unit}`, "Median", "10 of 100 above", "Under half the mean", "By chance alone"],
  gap_columns: ["Gap", "Across", "Middle"],
};

export const histogram = {
  title: "How deep, drawn in the skin",
  reading: (depth: string, layers: string[]) => {
    if (depth === "") return "Number of needles at each depth.";
    const where = layers.length === 0 ? "" : layers.length === 1 ? `, in the ${layers[0]}` : `: ${layers.join(" or ")}`;
    return `Over all strikes, needles stand ${depth} deep on average${where}.`;
  },
  bars: {
    mean: "mean of the variants",
    median: "median of the variants",
    one_run: "the run with every input at its median",
  },
  caption: (bars: string, percent: string, has_bracket: boolean) =>
    `Bars: strikes per area that end in each slice of depth, ${bars}; thin lines: ${percent} % interval of the count in that slice. ` +
    (has_bracket ? "Upright line with a dot: mean depth in place over all strikes, as above. " : "") +
    `Bands: the layers of this skin, each blurred into the next over the ${percent} % interval of the face between them; ` +
    "brackets at the right mark the same.",
  in_place: "depth in place",
  not_pierced_unsure: (least: string, most: string) => `somewhere between ${least} and ${most}`,
  not_pierced: (share: string) => ` Strikes that did not pierce count as depth 0 and have no bar: ${share}.`,
  alt: (layers: string, depth: string) =>
    `Bars of needle count by depth, surface on top, over the skin’s layers: ${layers}.${depth ? ` Mean depth over all strikes ${depth}.` : ""}`,
  depth_axis: (unit: string) => `depth below the surface (${unit})`,
  count_axis: (unit: string, slice: string, length: string) =>
    slice ? `strikes ${unit} in each ${slice} ${length} of depth` : `strikes ${unit}`,
  needle: (length: string) => `needle length ${length}`,
  tip: (count: string, range: string, unit: string) => `${count} strikes ${unit}${range ? ` (${range})` : ""}`,
  columns: (unit: string, count: string, bars: string) => [`Depth, ${unit}`, `Strikes ${count}, ${bars}`, "Interval over the variants"],
  deeper_columns: (unit: string) => [`Depth, ${unit}`, "Strikes at least this deep, median", "Interval over the variants"],
  deeper: "Share of strikes that get at least this deep",
  layer_columns: (unit: string) => ["Layer", `Upper face, ${unit}`, `Lower face, ${unit}`],
  faces: "Faces of the layers",
};

export const reach = {
  title: "Which layers they reach",
  reading: (parts: string[]) => `Of 100 strikes, ${join(parts)}.`,
  unsure_part: (least: string, most: string, layer: string) => `somewhere between ${least} and ${most} enter the ${layer}`,
  /** The ends of a wide interval. */
  end: (n: number) => (n < 0.5 ? "none" : n > 99.5 ? "all" : String(Math.round(n))),
  of_hundred: (n: number) =>
    n > 0 && n < 0.5 ? "fewer than one" : n < 100 && n > 99.5 ? "more than 99" : n === 0 ? "none" : String(Math.round(n)),
  part: (count: string, range: string, layer: string) => `${count}${range ? ` (${range})` : ""} enter the ${layer}`,
  caption: (percent: string) => `Dot: median share; line: ${percent} % interval.`,
  alt: "Share of strikes that reach each layer, with intervals.",
  axis: "share of strikes (%)",
  columns: ["Layer", "Share", "Interval"],
};
