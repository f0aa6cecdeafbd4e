import * as Plot from "@observablehq/plot";
import type { DepthHistogram, Interval, Page, Result } from "../data";
import { element } from "../element";
import { decimals_of, in_words, is_wide, number_text, plain_number, shown, shown_result, unit_text } from "../numbers";
import { pierced_sentence, pierced_share } from "../piercing";
import { words } from "../strings";
import { columns, table } from "../tables";
import { depth_bins, filled, most_of, type Bin, type Bins } from "./depth_bins";
import { class_colour, class_of, type DepthClasses } from "./depth_classes";
import type { Figure } from "./figure";
import { labels_of, layer_labels } from "./layer_labels";
import { skin_bands } from "./skin_bands";

const k_label_width = 185;
const k_margin_left = 40;
/** Shares below this would be written as 0.0 %. */
const k_least_share = 0.0005;

function deepest_drawn(page: Page, bins: Bin[]): number {
  const most = filled(bins).reduce((deepest, bin) => Math.max(deepest, bin.bottom), 0);
  return 1.06 * (Math.max(most, page.device.needle_mm ?? 0) || (bins[bins.length - 1]?.bottom ?? 1));
}

function bars(bins: Bin[], classes: DepthClasses): Plot.Markish[] {
  const middle = (bin: Bin): number => (bin.top + bin.bottom) / 2;
  const split = ({ bar, count }: Bin): number => Math.min(Math.max(bar, count.low ?? 0), count.high ?? 0);
  const sure = bins.filter(({ count }) => count.low !== null && count.high !== null && count.high > count.low);
  return [
    Plot.rect(bins, {
      x1: 0, x2: "bar", y1: "top", y2: "bottom",
      fill: (bin: Bin) => class_colour(classes, class_of(classes, middle(bin))), insetTop: 0.75, insetBottom: 0.75,
    }),
    Plot.ruleY(sure, { y: middle, x1: (bin: Bin) => bin.count.low, x2: split, stroke: "var(--paper)", strokeOpacity: 0.8 }),
    Plot.ruleY(sure, { y: middle, x1: split, x2: (bin: Bin) => bin.count.high, stroke: "var(--ink)", strokeOpacity: 0.7 }),
  ];
}

/** The first screen's depth with its interval, as an upright bracket beside the bars. */
function depth_bracket(depth: Result | undefined, unit: string, at: number, has_label: boolean): Plot.Markish[] {
  if (depth === undefined || depth.unit !== unit) return [];
  const { value, low, high } = depth;
  const has_range = low !== null && high !== null && high > low;
  return [
    has_range && Plot.ruleX([at], { y1: low, y2: high, stroke: "var(--accent)", strokeWidth: 6, strokeOpacity: 0.42, strokeLinecap: "round" }),
    Plot.dot([at], { x: at, y: () => value, r: 5, fill: "var(--accent)", stroke: "var(--paper)", strokeWidth: 1.5 }),
    has_label && Plot.text([words.histogram.in_place], {
      x: () => at, y: () => (has_range ? (low + high) / 2 : value), rotate: -90, dx: 15, fill: "var(--accent)", textAnchor: "middle",
    }),
  ].map((mark) => mark || null);
}

function needle_line(page: Page, unit: string, at: number): Plot.Markish[] {
  const length = page.device.needle_mm;
  if (length === null || unit !== "mm") return [];
  const label = words.histogram.needle(`${plain_number(length)} mm`);
  return [
    Plot.ruleY([length], { x1: 0, x2: at, stroke: "var(--ink)", strokeDasharray: "1 4", strokeLinecap: "round", strokeWidth: 1.5 }),
    Plot.text([length], { y: (y: number) => y, x: at, text: () => label, textAnchor: "end", dy: 10, fill: "var(--ink-soft)" }),
  ];
}

/** "0.05" when all slices are alike, else nothing. */
function slice_text({ edges }: DepthHistogram): string {
  const step = (edges[1] as number) - (edges[0] as number);
  const is_even = edges.every((edge, at) => at === 0 || Math.abs(edge - (edges[at - 1] as number) - step) < step / 100);
  return is_even ? plain_number(Number(step.toPrecision(4))) : "";
}

function read_out(histogram: DepthHistogram, bin: Bin): string {
  const unit = unit_text(histogram.count_unit);
  const { range } = shown(bin.count, "1");
  const decimals = edge_decimals(histogram);
  return [
    `${words.range(number_text(bin.top, decimals), number_text(bin.bottom, decimals))} ${histogram.unit}`,
    words.histogram.tip(number_text(bin.bar, 1), range, unit),
  ].join("\n");
}

function draw(page: Page, histogram: DepthHistogram, bins: Bin[], classes: DepthClasses, width: number): Node {
  const is_narrow = width < 480;
  const drawn = filled(bins);
  const deepest = deepest_drawn(page, bins);
  const layers = histogram.layers.filter(({ top }) => (top.value ?? 0) < deepest);
  const most = drawn.reduce((widest, bin) => Math.max(widest, most_of(bin)), 0) || 1;
  const inner = width - k_margin_left - 2;
  const x_most = (most * inner) / Math.max(inner * 0.5, inner - k_label_width);
  const beside = most + (14 * x_most) / inner;
  return Plot.plot({
    width, height: is_narrow ? 440 : 500,
    marginLeft: k_margin_left, marginRight: 2, marginTop: 34, marginBottom: 40, className: "plot",
    x: { domain: [0, x_most], label: words.histogram.count_axis(unit_text(histogram.count_unit), slice_text(histogram), histogram.unit),
      labelArrow: "none", labelAnchor: "left", ticks: is_narrow ? 3 : 6, tickSize: 0,
      tickFormat: (count: number) => (count > most ? "" : plain_number(count)) },
    y: { domain: [deepest, 0], label: words.histogram.depth_axis(unit_text(histogram.unit)), labelArrow: "none",
      labelAnchor: "top", ticks: 8, tickSize: 0 },
    marks: [
      skin_bands(layers, deepest),
      ...needle_line(page, histogram.unit, most),
      ...bars(drawn, classes),
      ...depth_bracket(depth_in_place(page), histogram.unit, beside, !is_narrow),
      Plot.ruleY([0], { stroke: "var(--ink)", strokeWidth: 1.25 }),
      layer_labels(labels_of(layers, deepest)),
      Plot.tip(drawn, Plot.pointerY({
        x: "bar", y: (bin: Bin) => (bin.top + bin.bottom) / 2, title: (bin: Bin) => read_out(histogram, bin),
        fill: "var(--raised)", stroke: "var(--line-strong)", fontSize: 12, lineHeight: 1.3, anchor: "left",
      } as Plot.TipOptions)),
    ],
  });
}

/** Decimals that keep two neighbouring edges apart. */
function edge_decimals({ edges }: DepthHistogram): number {
  const step = (edges[1] as number) - (edges[0] as number);
  return step > 0 ? Math.min(4, Math.max(2, Math.ceil(-Math.log10(step)))) : 2;
}

function deeper_table({ edges, deeper, unit }: DepthHistogram, decimals: number): Node[] {
  const rows = deeper
    .map((share, at) => ({ depth: edges[at] as number, share }))
    .filter(({ share }) => Math.max(share.value ?? 0, share.high ?? 0) >= k_least_share)
    .map(({ depth, share }) => {
      const { value, range } = shown(share, "1", true, 1);
      return [depth === 0 ? words.figures.any_depth : number_text(depth, decimals), `${value}\u00a0%`, range];
    });
  if (rows.length === 0) return [];
  return [
    element("h4", {}, words.histogram.deeper),
    table(columns(words.histogram.deeper_columns(unit_text(unit)), [1, 2]), rows),
  ];
}

function numbers(histogram: DepthHistogram, bins: Bins): Node[] {
  const drawn = filled(bins.all);
  const decimals = 1 + drawn.reduce((least, { count }) => Math.min(least, decimals_of(count)), 5);
  const edge_digits = edge_decimals(histogram);
  const count_rows = drawn.map((bin) => [
    words.range(number_text(bin.top, edge_digits), number_text(bin.bottom, edge_digits)),
    number_text(bin.bar, decimals),
    shown(bin.count, "1", false, decimals).range,
  ]);
  const face = (one: Interval): string => in_words(shown(one, "1"));
  const layer_rows = histogram.layers.map((one) => [words.layer(one.name), face(one.top), face(one.bottom)]);
  const unit = unit_text(histogram.unit);
  const heads = words.histogram.columns(unit, unit_text(histogram.count_unit), words.histogram.bars[bins.kind]);
  return [
    table(columns(heads, [1, 2]), count_rows),
    ...deeper_table(histogram, edge_digits),
    ...(layer_rows.length > 0
      ? [element("h4", {}, words.histogram.faces), table(columns(words.histogram.layer_columns(unit), [1, 2]), layer_rows)]
      : []),
  ];
}

const depth_in_place = (page: Page): Result | undefined =>
  page.results.find((one) => one.name === "depth_in_place" && one.value !== null);

/**
 * The layers, as they lie at the median, between the interval's ends: one, or the first and the last. None where many strikes
 * do not pierce: the mean of all strikes then lies in a layer where few tips are.
 */
function reached_layers(page: Page, depth: Result | undefined, histogram: DepthHistogram): string[] {
  if (depth === undefined || depth.unit !== histogram.unit || !mostly_pierced(page)) return [];
  const at = (z: number | null): string[] =>
    histogram.layers
      .filter(({ top, bottom }) => z !== null && (top.value ?? 0) <= z && z < (bottom.value ?? 0))
      .map(({ name }) => words.layer(name));
  return [...new Set([...at(depth.low ?? depth.value), ...at(depth.high ?? depth.value)])];
}

function not_pierced_text(share: Interval | null): string {
  if (share === null || !(share.value || share.high)) return "";
  const end = (value: number | null): string => `${number_text((value ?? 0) * 100, 0)}\u00a0%`;
  return is_wide(share) ? words.histogram.not_pierced_unsure(end(share.low), end(share.high)) : in_words(shown(share, "1", true));
}

function mostly_pierced(page: Page): boolean {
  const share = pierced_share(page);
  return share === undefined || (share.low ?? share.value ?? 0) > 0.5;
}

/** What the figure says in a sentence or two. */
function reading(page: Page, depth: Result | undefined, histogram: DepthHistogram): string {
  const in_place = depth ? in_words(shown_result(depth)) : "";
  const share = pierced_share(page);
  const main = words.histogram.reading(in_place, reached_layers(page, depth, histogram));
  return share === undefined || mostly_pierced(page) ? main : `${main} ${pierced_sentence(share)}`;
}

export function depth_histogram(page: Page, histogram: DepthHistogram, classes: DepthClasses): Figure {
  const depth = depth_in_place(page);
  const in_place = depth ? in_words(shown_result(depth)) : "";
  const bins = depth_bins(page, histogram);
  const percent = number_text(page.interval_level * 100, 0);
  const not_pierced = not_pierced_text(histogram.not_pierced_share);
  return {
    id: "depth-histogram",
    title: words.histogram.title,
    reading: reading(page, depth, histogram),
    alt: words.histogram.alt(words.join(histogram.layers.map(({ name }) => words.layer(name))), in_place),
    caption: words.histogram.caption(words.histogram.bars[bins.kind], percent, depth !== undefined) + (not_pierced ? words.histogram.not_pierced(not_pierced) : ""),
    draw: (width) => draw(page, histogram, bins.all, classes, width),
    numbers: numbers(histogram, bins),
  };
}
