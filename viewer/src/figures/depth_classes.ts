import type { Page } from "../data";
import { number_text } from "../numbers";
import { words } from "../strings";

/**
 * Equal steps of depth, each with one colour of theme.css, shared by map, legend and histogram. The first and last step are
 * open: a few stray needles do not use up the colours.
 */
export interface DepthClasses {
  edges: number[];
  decimals: number;
}

const k_colours = 8;
const k_most_classes = 8;
const k_stray_share = 0.02;
const k_steps = [1, 2, 2.5, 5];

function step_for(width: number): number {
  const scale = 10 ** Math.floor(Math.log10(width / k_most_classes));
  const factor = k_steps.find((one) => width / (one * scale) <= k_most_classes) ?? 10;
  return factor * scale;
}

export function depth_classes(page: Page): DepthClasses {
  const struck = page.puncture_map?.depth.filter((depth) => depth > 0) ?? [];
  const histogram = page.depth_histogram;
  const binned = histogram
    ? histogram.edges.filter((_, at) => (histogram.value[at] ?? 0) > 0 || (histogram.value[at - 1] ?? 0) > 0)
    : [];
  return classes_of(struck.length > 0 ? struck : binned);
}

/** The same for depths of any number of runs. */
export function classes_of(depths: number[]): DepthClasses {
  if (depths.length === 0) return { edges: [0, 1], decimals: 0 };
  const sorted = [...depths].sort((a, b) => a - b);
  const at_share = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  const least = at_share(k_stray_share);
  const most = at_share(1 - k_stray_share);
  const step = step_for(Math.max(most - least, most * 0.1));
  const first = Math.floor(least / step + 1e-9);
  const last = Math.min(first + k_most_classes, Math.max(first + 1, Math.ceil(most / step - 1e-9)));
  const edges = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  const tail = step.toPrecision(2).replace(/0+$/, "").split(".")[1] ?? "";
  return { edges, decimals: tail.length };
}

export const class_count = ({ edges }: DepthClasses): number => edges.length - 1;

export function class_of({ edges }: DepthClasses, depth: number): number {
  const last = edges.length - 2;
  for (let at = 0; at < last; ++at) if (depth < (edges[at + 1] as number)) return at;
  return last;
}

/** A CSS colour of the current theme; the same in SVG and HTML. */
export function class_colour(classes: DepthClasses, at: number): string {
  const n = class_count(classes);
  const index = n === 1 ? k_colours / 2 : Math.round((at * (k_colours - 1)) / (n - 1));
  return `var(--depth-${index})`;
}

/** "under 0.5", "0.5 – 0.6", "1.1 and more". */
export function class_text(classes: DepthClasses, at: number): string {
  const last = class_count(classes) - 1;
  if (last === 0) return words.figures.any_depth;
  if (at === 0) return words.figures.under(edge_text(classes, 1));
  if (at === last) return words.figures.from(edge_text(classes, last));
  return words.range(edge_text(classes, at), edge_text(classes, at + 1));
}

/** The edge above class `at`; the outermost two are open and have no number of their own. */
export const edge_text = ({ edges, decimals }: DepthClasses, at: number): string =>
  number_text(edges[at] as number, decimals);
