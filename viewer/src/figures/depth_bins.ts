import type { DepthHistogram, Interval, Page, PunctureMap } from "../data";
import { in_window } from "./inside";

/** What the bars stand for. */
export type BarKind = "mean" | "median" | "one_run";

export interface Bin {
  top: number;
  bottom: number;
  bar: number;
  /** Over the variants. */
  count: Interval;
}

export interface Bins {
  kind: BarKind;
  all: Bin[];
}

const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
const sum = (values: number[]): number => values.reduce((total, one) => total + (finite(one) ?? 0), 0);

/** Strikes per cm2 in each bin of the run that the map draws; null when it cannot be told. */
function one_run(page: Page, map: PunctureMap | null, { edges, count_unit, unit }: DepthHistogram): number[] | null {
  const area = page.site.window_cm2;
  if (map === null || map.shown === 0 || area === null || area <= 0 || count_unit !== "1/cm2" || unit !== map.unit) return null;
  const bins = new Array<number>(edges.length - 1).fill(0);
  const weight = map.total / map.shown / area;
  for (const i of in_window(map)) {
    const depth = map.depth[i] ?? 0;
    const at = edges.findIndex((edge, k) => depth > edge && depth <= (edges[k + 1] ?? -1));
    if (at >= 0) bins[at] = (bins[at] as number) + weight;
  }
  return bins;
}

/**
 * The bars: the mean over the variants where the data has it, else the median. Where needles of one run stand close together
 * and the variants far apart, each slice is empty in most variants and so is its median: the drawn run stands in.
 */
function bars_of(page: Page, histogram: DepthHistogram): { kind: BarKind; bars: number[] } {
  if (histogram.mean.length > 0) return { kind: "mean", bars: histogram.mean };
  const run = one_run(page, page.puncture_map, histogram);
  if (run !== null && sum(histogram.value) < sum(run) / 2) return { kind: "one_run", bars: run };
  return { kind: "median", bars: histogram.value };
}

export function depth_bins(page: Page, histogram: DepthHistogram): Bins {
  const { kind, bars } = bars_of(page, histogram);
  const all = histogram.value.map((_, at) => ({
    top: histogram.edges[at] as number,
    bottom: histogram.edges[at + 1] as number,
    bar: finite(bars[at]) ?? 0,
    count: { value: finite(histogram.value[at]), low: finite(histogram.low[at]), high: finite(histogram.high[at]) },
  }));
  return { kind, all };
}

export const most_of = ({ bar, count }: Bin): number => Math.max(bar, count.value ?? 0, count.high ?? 0);

/** Bins without a needle, by their upper interval too, are left out of the drawing and the table. */
export const filled = (bins: Bin[]): Bin[] => bins.filter((bin) => most_of(bin) > 0);
