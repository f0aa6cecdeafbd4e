import type { Layer, Page, Uptake } from "../data";
import { element, svg } from "../element";
import { figures_text, number_text, plain_number, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { drawn_at, id_of, index_at, index_of_day, is_taken_up } from "../uptake";
import { colour_of, k_colours, key_of } from "./depth_colour";
import { without_labels, type Figure } from "./figure";

const k_height = 400;
const k_film = 9;
const k_top = 46;
const k_foot = 42;
/** A panel that is narrower has smaller letters. */
const k_narrow = 220;
const k_axis = 38;
const k_gap = 24;
const k_line = 15;
/** Room for the names of the layers, where no hole is drawn but the first. */
const k_label = 175;
/** Of 1 ug/cm2 in a layer of 1 mm [ug/ml]. */
const k_ug_per_ml = 10;
/** The hour that is shown first: by then much is on its way. */
const k_first_hour = 4;

/** A layer of the drawn skin [mm]. */
interface Slab {
  name: string;
  top: number;
  bottom: number;
}

interface Cut {
  uptake: Uptake;
  slabs: Slab[];
  deepest: number;
  /** Power of ten over which a colour is the darkest [ug/ml]. */
  top_power: number;
  /** Of its first radius, at each time. */
  open: (hour: number) => number;
}

function slabs_of(layers: Layer[], uptake: Uptake): Slab[] {
  const known = new Set(uptake.drawn.places.map(({ name }) => name));
  return layers.filter(({ name }) => known.has(name)).map(({ name, top, bottom }) => ({ name, top: top.value ?? 0, bottom: bottom.value ?? 0 }))
    .filter(({ top, bottom }) => bottom > top);
}

const concentration = (amount: number, { top, bottom }: Slab): number => (k_ug_per_ml * amount) / (bottom - top);

function top_power_of(uptake: Uptake, slabs: Slab[]): number {
  let most = 0;
  for (let i = 0; i <= index_of_day(uptake); ++i) {
    for (const one of drawn_at(uptake, i)) {
      const slab = slabs.find(({ name }) => name === one.name);
      if (slab) most = Math.max(most, concentration(Math.max(one.amount, one.intact), slab));
    }
  }
  return most > 0 ? Math.ceil(Math.log10(most) - 1e-9) : 0;
}

/** How wide the hole that is to be seen still is, read off the course of closing. */
function opening(page: Page): (hour: number) => number {
  const set = page.curves.find(({ name }) => name === "closure_course");
  const values = set?.curves.find(({ name }) => name === "pore")?.values ?? [];
  return (hour) => {
    const at = set?.at.findIndex((one) => one >= hour) ?? -1;
    return set === undefined ? 1 : Math.max(0, Math.min(1, values[at < 0 ? values.length - 1 : at]?.value ?? 0));
  };
}

/** Light letters on the dark half of the ramp; by night it runs the other way. */
const is_strong = (value: number, top_power: number): boolean => value > 0 && Math.log10(value) - top_power + k_colours - 1 > 3.4;

/** Heights of labels a line apart, the last above `end`. */
function spread(middles: number[], end: number): number[] {
  const placed: number[] = [];
  middles.forEach((middle, i) => placed.push(Math.max(middle, i > 0 ? (placed[i - 1] as number) + k_line : middle)));
  for (let i = placed.length - 1, most = end; i >= 0; --i, most -= k_line) placed[i] = Math.min(placed[i] as number, most);
  return placed;
}

function holes(cut: Cut, index: number, width: number, scale: number): SVGElement[] {
  const { per_cm2, width_um, depth_mm } = cut.uptake.drawn.hole;
  if (!(per_cm2 > 0) || !(depth_mm > 0)) return [];
  const spacing = scale * (10 / Math.sqrt(per_cm2));
  const half = Math.max(0.6, 0.5 * scale * (width_um / 1000) * cut.open(cut.uptake.at[index] as number));
  const is_open = cut.open(cut.uptake.at[index] as number) > 0;
  const depth = scale * depth_mm;
  const first = Math.min(0.28 * width, 0.5 * spacing);
  return Array.from({ length: Math.max(1, Math.min(40, Math.floor((width - k_label - first - half) / spacing) + 1)) }, (_, k) => {
    const x = first + k * spacing;
    return svg("path", { class: is_open ? "hole" : "hole closed", d: is_open
      ? `M${(x - half).toFixed(2)} 0Q${(x - 0.8 * half).toFixed(2)} ${(0.75 * depth).toFixed(2)} ${x.toFixed(2)} ${depth.toFixed(2)}Q${(x + 0.8 * half).toFixed(2)} ${(0.75 * depth).toFixed(2)} ${(x + half).toFixed(2)} 0Z`
      : `M${x.toFixed(2)} 0V${depth.toFixed(2)}` });
  });
}

function panel(cut: Cut, index: number, has_holes: boolean, width: number, has_axis: boolean): SVGElement {
  const { uptake, slabs, deepest, top_power } = cut;
  const left = has_axis ? k_axis : 0;
  const inner = width - left;
  const scale = k_height / deepest;
  const parts = drawn_at(uptake, index);
  const amount = (name: string): number => { const one = parts.find((part) => part.name === name); return one === undefined ? 0 : has_holes ? one.amount : one.intact; };
  const given = Math.max(1e-300, uptake.drawn.given[index] ?? 0);
  const skin = svg("g", { transform: `translate(${left} ${k_top})` });
  slabs.forEach((slab) => {
    const band = svg("rect", { class: "slab", x: "0", y: (scale * slab.top).toFixed(2), width: String(inner), height: (scale * (slab.bottom - slab.top)).toFixed(2), "data-place": slab.name });
    band.style.fill = colour_of(concentration(amount(slab.name), slab), top_power, 1);
    skin.append(band);
  });
  for (const slab of slabs.slice(1)) skin.append(svg("path", { class: "face", d: `M0 ${(scale * slab.top).toFixed(2)}H${inner}` }));
  if (has_holes) skin.append(...holes(cut, index, inner, scale));
  const film = svg("rect", { class: "film", x: "0", y: String(-k_film), width: String(inner), height: String(k_film) });
  film.style.fillOpacity = (0.12 + 0.88 * Math.min(1, amount("surface") / given)).toFixed(3);
  skin.append(film);
  const placed = spread(slabs.map(({ top, bottom }) => scale * 0.5 * (top + bottom)), k_height - 8);
  slabs.forEach((slab, i) => {
    const value = concentration(amount(slab.name), slab);
    const is_inside = Math.abs((placed[i] as number) - scale * 0.5 * (slab.top + slab.bottom)) < 2 && scale * (slab.bottom - slab.top) > k_line;
    skin.append(svg("text", { class: !is_inside ? "on-both" : is_strong(value, top_power) ? "on-strong" : "on-pale", x: String(inner - 8), y: (placed[i] as number).toFixed(1), dy: "0.33em", "text-anchor": "end" },
      `${words.uptake.place(slab.name)} ${figures_text(value)}`));
  });
  const title = has_holes ? words.uptake.with_holes : words.uptake.without_holes;
  const gone = ["blood", "converted"].filter((name) => parts.some((part) => part.name === name && part.amount + part.intact > 0))
    .map((name, line) => svg("text", { x: String(left), y: String(k_top + k_height + 18 + line * k_line) }, [words.uptake.place(name), figures_text(amount(name)), width < k_narrow ? "" : unit_text(uptake.unit)].filter(Boolean).join(" ")));
  const ticks = has_axis ? depth_ticks(deepest).map((tick) => svg("text", { class: "tick", x: String(left - 6), y: (k_top + scale * tick).toFixed(1), dy: "0.33em", "text-anchor": "end" }, plain_number(tick))) : [];
  return svg("svg", { class: width < k_narrow ? "plot skin-cut narrow" : "plot skin-cut", width: String(width), height: String(k_top + k_height + k_foot), viewBox: `0 0 ${width} ${k_top + k_height + k_foot}` },
    svg("text", { class: "name", x: String(left), y: "12" }, words.uptake.raised(title)),
    svg("text", { x: String(left), y: "29" }, `${words.uptake.place("surface")} ${figures_text(amount("surface"))} ${unit_text(uptake.unit)}`),
    ...(has_axis ? [svg("text", { class: "tick", x: String(left - 6), y: "29", "text-anchor": "end" }, "mm")] : []), ...ticks, skin,
    ...gone);
}

function depth_ticks(deepest: number): number[] {
  const step = [0.1, 0.2, 0.25, 0.5, 1, 2].find((one) => deepest / one <= 6) ?? 5;
  return Array.from({ length: Math.floor(deepest / step) + 1 }, (_, i) => Number((i * step).toFixed(3)));
}

const time_text = (hour: number): string =>
  (hour < 0.99 ? words.uptake.cut.minutes(number_text(hour * 60, 0)) : words.uptake.cut.hours(number_text(hour, Number.isInteger(hour) ? 0 : 1)));

/** A cut through the skin at a time that a slider sets, with holes and without; null where no layer is known. */
export function skin_cut(page: Page, uptake: Uptake): Figure | null {
  const slabs = slabs_of(page.depth_histogram?.layers ?? [], uptake);
  const last = index_of_day(uptake);
  const times = uptake.at.flatMap((hour, i) => (hour > 0 && i <= last ? [i] : []));
  if (slabs.length === 0 || times.length < 2) return null;
  const cut: Cut = { uptake, slabs, deepest: Math.max(...slabs.map(({ bottom }) => bottom)), top_power: top_power_of(uptake, slabs), open: opening(page) };
  let at = Math.max(0, times.indexOf(index_at(uptake.at, k_first_hour) ?? (times[times.length - 1] as number)));
  let redraw = (): void => undefined;
  const hour = (): number => uptake.at[times[at] as number] as number;
  const told = (): string => {
    const sum = (key: "amount" | "intact"): string => `${figures_text(drawn_at(uptake, times[at] as number).reduce((all, one) => all + (is_taken_up(one.name) ? one[key] : 0), 0))}\u00a0${unit_text(uptake.unit)}`;
    return words.uptake.cut.told(words.uptake.cut.after(time_text(hour())), sum("amount"), sum("intact"));
  };
  const slider = element("input", { type: "range", min: "0", max: String(times.length - 1), step: "1", value: String(at), "aria-label": words.uptake.cut.time, "aria-valuetext": time_text(hour()) });
  const status = element("p", { class: "closer-told", "aria-live": "polite" }, told());
  slider.addEventListener("input", () => {
    at = Number(slider.value);
    slider.setAttribute("aria-valuetext", time_text(hour()));
    status.textContent = told();
    redraw();
  });
  const { hole } = uptake.drawn;
  const has_hole = hole.per_cm2 > 0 && hole.depth_mm > 0;
  const render = (width: number): Node => {
    const axis = width >= 480 ? k_axis : 0;
    const each = Math.floor((width - k_gap / (axis ? 1 : 2) - axis) / 2);
    return element("div", { class: "cuts" }, panel(cut, times[at] as number, true, each + axis, axis > 0), panel(cut, times[at] as number, false, each, false));
  };
  return {
    id: `cut-${id_of(uptake)}`,
    title: words.uptake.cut.title(words.uptake.name(uptake.active)),
    reading: words.uptake.cut.reading(`${plain_number(Number(cut.deepest.toPrecision(2)))}\u00a0mm`),
    alt: words.uptake.cut.alt(words.uptake.name(uptake.active), words.join(slabs.map(({ name }) => words.uptake.place(name)))),
    caption: [words.uptake.cut.caption, has_hole
      ? words.uptake.cut.hole(`${figures_text(hole.width_um)}\u00a0µm`, `${figures_text(hole.depth_mm)}\u00a0mm`, `${figures_text(hole.per_cm2)}\u00a0${words.per_unit("cm²")}`)
      : words.uptake.cut.no_hole].join(" "),
    legend: element("div", { class: "cut-controls" }, element("div", { class: "legend" }, key_of(cut.top_power, 1, words.uptake.cut.key("µg/ml"))),
      element("label", { class: "time-slider" }, element("span", {}, time_text(uptake.at[times[0] as number] as number)), slider,
        element("span", {}, time_text(uptake.at[times[times.length - 1] as number] as number))), status),
    draw: (width) => {
      const holder = element("div", {}, render(width));
      redraw = () => holder.replaceChildren(without_labels(render(width)));
      return holder;
    },
    numbers: [table(columns([words.uptake.table.place, ...slabs.map(({ name }) => words.uptake.raised_place(name))], slabs.map((_, i) => i + 1)),
      times.flatMap((index) => [["amount", words.uptake.with_holes], ["intact", words.uptake.without_holes]].map(([key, name]) =>
        [`${time_text(uptake.at[index] as number)}, ${name}`, ...slabs.map((slab) => figures_text(concentration(drawn_at(uptake, index).find((one) => one.name === slab.name)?.[key as "amount" | "intact"] ?? 0, slab)))])))],
  };
}
