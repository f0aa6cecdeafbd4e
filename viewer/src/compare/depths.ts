import * as Plot from "@observablehq/plot";
import type { DepthHistogram } from "../data";
import { element } from "../element";
import type { Figure } from "../figures/figure";
import { labels_of, layer_labels } from "../figures/layer_labels";
import { skin_bands } from "../figures/skin_bands";
import { in_words, plain_number, shown_result } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { badge, name_of, result_of, type NamedRun } from "./runs";

const k_slices_mm = [0.01, 0.02, 0.025, 0.05, 0.1, 0.2, 0.25, 0.5, 1];
const k_gap = 18;
const k_least_column = 150;

interface Bar {
  top: number;
  bottom: number;
  /** Percent of the run's strikes. */
  share: number;
}

interface Panel {
  run: NamedRun;
  histogram: DepthHistogram;
  bars: Bar[];
}

const sum = (values: number[]): number => values.reduce((total, one) => total + (Number.isFinite(one) ? one : 0), 0);

const widest_bin = ({ edges }: DepthHistogram): number => Math.max(...edges.slice(1).map((edge, at) => edge - (edges[at] as number)));

/** A round slice that is no finer than any run's bins. */
function slice_of(all: DepthHistogram[]): number {
  const width = Math.max(...all.map(widest_bin));
  return k_slices_mm.find((one) => one >= width * 0.999) ?? width;
}

/** Strikes by slices of one thickness; a bin on two slices is split by how far it lies in each. */
function bars_of({ edges, mean, value, deeper, not_pierced_share }: DepthHistogram, slice: number): Bar[] {
  const counts = mean.length > 0 ? mean : value;
  const pierced = deeper[0]?.value ?? 1 - (not_pierced_share?.value ?? 0);
  const all = sum(counts) / Math.max(pierced, 1e-9);
  const n = Math.ceil((edges[edges.length - 1] as number) / slice - 1e-6);
  const bars = Array.from({ length: n }, (_, k) => ({ top: k * slice, bottom: (k + 1) * slice, share: 0 }));
  counts.forEach((count, at) => {
    const [top, bottom] = [edges[at] as number, edges[at + 1] as number];
    for (const bar of bars.slice(Math.floor(top / slice), Math.ceil(bottom / slice))) {
      const part = Math.max(0, Math.min(bottom, bar.bottom) - Math.max(top, bar.top)) / (bottom - top);
      if (all > 0 && Number.isFinite(count)) bar.share += (100 * count * part) / all;
    }
  });
  return bars.filter(({ share }) => share > 0.005);
}

function panels_of(runs: NamedRun[]): { panels: Panel[]; slice: number } {
  const found = runs.flatMap((run) => {
    const histogram = run.page.depth_histogram;
    return histogram === null || histogram.unit !== "mm" ? [] : [{ run, histogram }];
  });
  const slice = found.length > 0 ? slice_of(found.map(({ histogram }) => histogram)) : 0;
  return { panels: found.map((one) => ({ ...one, bars: bars_of(one.histogram, slice) })), slice };
}

/** Mean depth in place with its interval, right of the bars. */
function depth_mark(run: NamedRun, at: number): Plot.Markish[] {
  const depth = result_of(run, "depth_in_place");
  if (depth === undefined || depth.unit !== "mm") return [];
  const has_range = depth.low !== null && depth.high !== null && depth.high > depth.low;
  return [
    has_range ? Plot.ruleX([at], { y1: depth.low as number, y2: depth.high as number, stroke: "var(--ink)", strokeOpacity: 0.45, strokeWidth: 5, strokeLinecap: "round" }) : null,
    Plot.dot([at], { x: at, y: () => depth.value, r: 4.5, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 1.5 }),
  ];
}

function draw(panels: Panel[], slice: number, width: number): Node {
  const beside = Math.max(1, Math.min(panels.length, Math.floor((width + k_gap) / (k_least_column + k_gap))));
  const column = Math.floor((width - k_gap * (beside - 1)) / beside);
  const deepest = 1.05 * Math.max(...panels.map(({ run, bars }) => Math.max(run.page.device.needle_mm ?? 0, ...bars.map(({ bottom }) => bottom), 0.1)));
  const most = 1.12 * Math.max(...panels.flatMap(({ bars }) => bars.map(({ share }) => share)), 1);
  const made = element("div", { class: "maps" }, ...panels.map(({ run, histogram, bars }, at) => {
    const layers = histogram.layers.filter(({ top }) => (top.value ?? 0) < deepest);
    return element("div", {}, element("p", { class: "curve-title" }, badge(run), " ", run.page.title),
    Plot.plot({
      width: column, height: 374, marginLeft: 34, marginRight: 4, marginTop: 38, marginBottom: 36, className: "plot",
      x: { domain: [0, most], label: words.compare.depths.axis(plain_number(slice)), labelArrow: "none", labelAnchor: "left", ticks: 3, tickSize: 0 },
      y: { domain: [deepest, 0], label: at % beside === 0 ? words.compare.depths.depth : null, labelArrow: "none", labelAnchor: "top", ticks: 6, tickSize: 0 },
      marks: [
        skin_bands(layers, deepest, false),
        Plot.rect(bars, { x1: 0, x2: "share", y1: "top", y2: "bottom", fill: run.colour, insetTop: 0.5, insetBottom: 0.5 }),
        at === 0 ? layer_labels(labels_of(layers, deepest)) : null,
        Plot.ruleY([0], { stroke: "var(--ink)", strokeWidth: 1.25 }),
        ...depth_mark(run, most * 0.95),
      ],
    }));
  }));
  made.style.gridTemplateColumns = `repeat(${beside}, minmax(0, 1fr))`;
  return made;
}

export function depth_histograms(runs: NamedRun[]): Figure | null {
  const { panels, slice } = panels_of(runs);
  if (panels.length === 0) return null;
  const said = (run: NamedRun, name: string): string => {
    const one = result_of(run, name);
    return one === undefined ? words.no_value : in_words(shown_result(one));
  };
  return {
    id: "depth-histograms", title: words.compare.depths.title, reading: words.compare.depths.reading,
    alt: words.compare.depths.alt(words.join(panels.map(({ run }) => name_of(run)))), caption: words.compare.depths.caption,
    draw: (width) => draw(panels, slice, width),
    numbers: [table(columns(words.compare.depths.columns, [1, 2]),
      panels.map(({ run }) => [name_of(run), said(run, "depth_in_place"), said(run, "pierced_share")]))],
  };
}
