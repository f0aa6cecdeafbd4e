import type { OutlookRow } from "../data";
import { svg } from "../element";

type Colour = [number, number, number];

/** Skin by phototype, I to VI: flat tones to tell states apart, no portrait. */
const k_tones: Colour[] = [[246, 224, 209], [240, 208, 183], [221, 178, 142], [188, 138, 97], [141, 92, 60], [86, 58, 46]];
const k_red: Colour = [196, 38, 52];
const k_spot: Colour = [70, 42, 30];
const k_crust: Colour = [92, 38, 24];
const k_dot: Colour = [150, 18, 30];
/** Of the red that the highest grade mixes in. */
const k_most_red = 0.75;

const k_width = 96;
const k_height = 24;
/** Of the swatch [cm2]: 2 cm across, half a centimetre down. */
const k_area = 1;
/** The low end of the interval, the median, the high end: where each begins. */
const k_bands: { end: "low" | "value" | "high"; from: number; to: number }[] = [
  { end: "low", from: 0, to: 24 }, { end: "value", from: 24, to: 72 }, { end: "high", from: 72, to: 96 },
];

const mixed = (a: Colour, b: Colour, share: number): Colour =>
  a.map((one, i) => Math.round(one + (b[i]! - one) * Math.min(1, Math.max(0, share)))) as Colour;
const css = (colour: Colour): string => `rgb(${colour.join(" ")})`;

/** Places that look strewn and are the same every time (the golden ratio's steps). */
const strewn = (i: number, seed: number): [number, number] => [(0.5 + (i + seed) * 0.7548777) % 1, (0.5 + (i + seed) * 0.5698403) % 1];

function specks(count: number, radius: number, colour: Colour, from: number, to: number, seed: number): SVGElement[] {
  return Array.from({ length: Math.round(count) }, (_, i) => {
    const [u, v] = strewn(i, seed);
    return svg("circle", {
      cx: (from + radius + u * (to - from - 2 * radius)).toFixed(1), cy: (radius + v * (k_height - 2 * radius)).toFixed(1), r: String(radius), fill: css(colour),
    });
  });
}

/** Skin of the person's phototype with what is seen on it at one of the outlook's times. */
export function swatch(rows: OutlookRow[], at: number, phototype: number | null): SVGElement {
  const tone = k_tones[(phototype ?? 2) - 1] ?? (k_tones[1] as Colour);
  const amount = (name: string, end: "low" | "value" | "high"): number => Math.max(0, rows.find((row) => row.name === name)?.values[at]?.[end] ?? 0);
  const parts = k_bands.flatMap(({ end, from, to }) => {
    const share = (to - from) / k_width;
    const fill = mixed(tone, k_red, (k_most_red * amount("redness", end)) / 4);
    const crust_radius = 1.1;
    const crusts = (amount("crust", end) / 100) * ((to - from) * k_height) / (Math.PI * crust_radius ** 2);
    return [
      svg("rect", { x: String(from), y: "0", width: String(to - from), height: String(k_height), fill: css(fill) }),
      svg("ellipse", {
        cx: String((from + to) / 2), cy: String(k_height / 2), rx: String((to - from) / 3.4), ry: "7.5", fill: css(mixed(fill, k_spot, 0.55)),
        opacity: Math.min(1, amount("pigment", end) / 100).toFixed(3),
      }),
      ...specks(Math.min(200, amount("red_dots", end) * k_area * share), 0.75, k_dot, from, to, 1),
      ...specks(Math.min(200, crusts), crust_radius, k_crust, from, to, 7),
    ];
  });
  const edges = k_bands.slice(1).map(({ from }) => svg("line", { x1: String(from), x2: String(from), y1: "0", y2: String(k_height), class: "swatch-edge" }));
  return svg("svg", { class: "swatch", viewBox: `0 0 ${k_width} ${k_height}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" }, ...parts, ...edges);
}
