import type { HoleCut, Uptake } from "../data";
import { element, svg } from "../element";
import { figures_text, plain_number, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { id_of } from "../uptake";
import { colour_of, key_of } from "./depth_colour";
import type { Figure } from "./figure";

/** Powers of ten from one colour of the ramp to the next: four over all of it. */
const k_decades = 0.5;
/** How deep is drawn: so many times the hole, and not less [um]. */
const k_times_deep = 2.5;
const k_least_deep = 250;
const k_tall = 300;
const k_film = 9;
const k_top = 20;
const k_gap = 16;
const k_axis = 34;
const k_narrowest = 150;

/** Where in a time's list a cell stands. */
const at_cell = (cut: HoleCut, row: number, ring: number): number => row * (cut.across.length - 1) + ring;
const rows_of = (cut: HoleCut): number[] => cut.down.slice(0, -1).map((_, row) => row);
const is_in_skin = (cut: HoleCut, row: number): boolean => (cut.down[row] as number) > -1e-6;

function top_power_of(cut: HoleCut): number {
  let most = 0;
  for (const row of rows_of(cut).filter((one) => is_in_skin(cut, one))) {
    for (let ring = 0; ring + 1 < cut.across.length; ++ring) {
      for (const time of cut.values) most = Math.max(most, time[at_cell(cut, row, ring)] ?? 0);
    }
  }
  return most > 0 ? Math.ceil(2 * Math.log10(most) - 1e-9) / 2 : 0;
}

interface Drawn {
  cut: HoleCut;
  id: string;
  deep: number;
  top_power: number;
}

interface Strip {
  ring: number;
  from: number;
  to: number;
}

/** The rings from left to right within `half` of an axis: mirrored there, and again at the rim, where the next hole's begin. */
function strips(cut: HoleCut, half: number): Strip[] {
  const rings = cut.across.slice(0, -1).map((inner, ring): Strip => ({ ring, from: inner, to: cut.across[ring + 1] as number }));
  const rim = cut.across[rings.length] as number;
  const one_hole = [...rings.map(({ ring, from, to }) => ({ ring, from: -to, to: -from })), ...rings];
  const most = Math.ceil((half - rim) / (2 * rim));
  return Array.from({ length: 2 * Math.max(0, most) + 1 }, (_, i) => 2 * rim * (i - Math.max(0, most)))
    .flatMap((axis) => one_hole.map(({ ring, from, to }) => ({ ring, from: Math.max(-half, axis + from), to: Math.min(half, axis + to) })))
    .filter(({ from, to }) => to > from);
}

function panel({ cut, id, deep, top_power }: Drawn, time: number, width: number, has_axis: boolean): SVGElement {
  const left = has_axis ? k_axis : 0;
  const scale = k_tall / deep;
  const middle = (width - left) / 2;
  const skin = svg("g", { transform: `translate(${(left + middle).toFixed(1)} ${k_top + k_film})` });
  const cells = cut.values[time] as number[];
  const all = strips(cut, middle / scale);
  for (const row of rows_of(cut)) {
    const [top, bottom] = [cut.down[row] as number, Math.min(deep, cut.down[row + 1] as number)];
    if (!is_in_skin(cut, row) || top >= deep) continue;
    for (const { ring, from, to } of all) {
      const cell = svg("rect", { class: "cell", x: (scale * from).toFixed(2), y: (scale * top).toFixed(2), width: (scale * (to - from)).toFixed(2), height: (scale * (bottom - top)).toFixed(2) });
      cell.style.fill = colour_of(cells[at_cell(cut, row, ring)] ?? 0, top_power, k_decades);
      skin.append(cell);
    }
  }
  const film = svg("rect", { class: "film", x: (-middle).toFixed(1), y: String(-k_film), width: (2 * middle).toFixed(1), height: String(k_film) });
  const rim = 2 * (cut.across[cut.across.length - 1] as number);
  const walls = Array.from({ length: 2 * Math.floor(0.5 + middle / (scale * rim)) + 1 }, (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * rim)
    .map((axis) => `M${(scale * (axis - cut.radius)).toFixed(2)} 0V${(scale * cut.depth).toFixed(2)}H${(scale * (axis + cut.radius)).toFixed(2)}V0`);
  skin.append(film, svg("path", { class: "wall", d: walls.join("") }), svg("path", { class: "face", d: `M${(-middle).toFixed(1)} 0H${middle.toFixed(1)}` }));
  const step = [50, 100, 200, 500, 1000].find((one) => deep / one <= 5) ?? 2000;
  const ticks = has_axis ? Array.from({ length: Math.floor(deep / step) + 1 }, (_, i) => i * step) : [];
  const name = `${id}-${time}`;
  return svg("svg", { class: "plot hole-cut", width: String(width), height: String(k_top + k_film + k_tall + 4), viewBox: `0 0 ${width} ${k_top + k_film + k_tall + 4}` },
    svg("clipPath", { id: name }, svg("rect", { x: String(left), y: "0", width: String(width - left), height: String(k_top + k_film + k_tall) })),
    svg("text", { class: "name", x: String(left), y: "12" }, words.uptake.hole_cut.after(cut.at[time] as number)),
    ...(has_axis ? [svg("text", { class: "tick", x: String(left - 6), y: "12", "text-anchor": "end" }, "µm")] : []),
    ...ticks.map((tick) => svg("text", { class: "tick", x: String(left - 6), y: (k_top + k_film + scale * tick).toFixed(1), dy: "0.33em", "text-anchor": "end" }, plain_number(tick))),
    svg("g", { "clip-path": `url(#${name})` }, skin));
}

/** What is there at a depth, in one ring. */
function at_depth(cut: HoleCut, time: number, depth: number, ring: number): number {
  const row = rows_of(cut).find((one) => is_in_skin(cut, one) && (cut.down[one + 1] as number) > depth) ?? -1;
  return row < 0 ? NaN : (cut.values[time]?.[at_cell(cut, row, ring)] ?? NaN);
}

/** The skin around a hole, as cells of the run, at some times; null where no hole stays. */
export function hole_cut(uptake: Uptake): Figure | null {
  const { cut } = uptake;
  if (cut === null || cut.values.length === 0) return null;
  const rim = cut.across[cut.across.length - 1] as number;
  const bottom = cut.down[cut.down.length - 1] as number;
  const deep = Math.min(bottom, Math.max(k_least_deep, k_times_deep * cut.depth));
  const top_power = top_power_of(cut);
  const length = (um: number): string => `${figures_text(um)}\u00a0µm`;
  const rings = cut.across.length - 1;
  const beside = cut.across.findIndex((inner) => inner >= cut.radius * 1.0001);
  const half = 0.5 * Math.min(cut.depth, deep);
  const drawn: Drawn = { cut, id: `hole-cut-${id_of(uptake)}`, deep, top_power };
  return {
    id: drawn.id,
    title: words.uptake.hole_cut.title(uptake.active),
    reading: words.uptake.hole_cut.reading(length(2 * cut.radius), length(cut.depth), length(2 * rim)),
    alt: words.uptake.hole_cut.alt(uptake.active, words.join(cut.at.map(words.uptake.hole_cut.after))),
    caption: words.uptake.hole_cut.caption,
    legend: element("div", { class: "legend" }, key_of(top_power, k_decades, words.uptake.hole_cut.key(unit_text(cut.unit)))),
    draw: (width) => {
      const across = Math.max(1, Math.min(cut.values.length, Math.floor((width + k_gap) / (k_narrowest + k_gap))));
      const each = Math.floor((width - k_axis - (across - 1) * k_gap) / across);
      return element("div", { class: "hole-cuts" }, ...cut.values.map((_, time) => panel(drawn, time, each + (time % across === 0 ? k_axis : 0), time % across === 0)));
    },
    numbers: [table(columns(words.uptake.hole_cut.columns(unit_text(cut.unit)), [1, 2, 3]),
      cut.at.map((hour, time) => [words.uptake.hole_cut.after(hour), figures_text(at_depth(cut, time, half, 0)), figures_text(at_depth(cut, time, half, Math.min(rings - 1, Math.max(0, beside)))), figures_text(at_depth(cut, time, half, rings - 1))]))],
  };
}
