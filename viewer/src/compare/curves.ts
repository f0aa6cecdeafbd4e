import * as Plot from "@observablehq/plot";
import type { Curve, CurveSet } from "../data";
import { element } from "../element";
import type { Figure } from "../figures/figure";
import { in_words, number_text, shown, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { run_key } from "./differences";
import type { NamedRun } from "./runs";

const k_height = 230;
const k_most_rows = 12;

/** One curve of one run. */
interface Line {
  run: NamedRun;
  set: CurveSet;
  curve: Curve;
}

interface Point {
  at: number;
  value: number;
  low: number | null;
  high: number | null;
}

function lines_of(runs: NamedRun[], set_name: string, curve_name: string): Line[] {
  return runs.flatMap((run) => run.page.curves.filter(({ name }) => name === set_name)
    .flatMap((set) => set.curves.filter(({ name }) => name === curve_name).map((curve) => ({ run, set, curve }))))
    .filter(({ set }) => set.at.length > 0);
}

function points({ set, curve }: Line): Point[] {
  const factor = words.curves.is_percent(curve.name) ? 100 : 1;
  return curve.values.flatMap(({ value, low, high }, i) => {
    const at = set.at[i];
    if (value === null || at === undefined || !Number.isFinite(at)) return [];
    return [{ at, value: value * factor, low: low === null ? null : low * factor, high: high === null ? null : high * factor }];
  });
}

const end_of = ({ set }: Line): number => set.at[set.at.length - 1] ?? 0;

/** Bands that differ nowhere by more than this share of their width are one to the eye. */
const k_same_band = 0.05;

/** The lines whose bands are drawn: of chance only the farthest one where all coincide. */
function banded(lines: Line[]): Line[] {
  const first = lines.reduce<Line | null>((far, one) => (far !== null && end_of(far) >= end_of(one) ? far : one), null);
  if (first === null || lines.some(({ set }) => set.chance === null)) return lines;
  const band = new Map(points(first).map((one) => [one.at, one]));
  const is_same = (one: Point): boolean => {
    const here = band.get(one.at);
    if (here === undefined || here.low === null || here.high === null || one.low === null || one.high === null) return false;
    return Math.max(Math.abs(one.low - here.low), Math.abs(one.high - here.high)) <= k_same_band * (here.high - here.low);
  };
  return lines.every((line) => points(line).every(is_same)) ? [first] : lines;
}

const is_one_band = (lines: Line[]): boolean => banded(lines).length < lines.length;

function panel(lines: Line[], width: number): Node {
  const { set, curve } = lines[0] as Line;
  const style = words.curves.style(set.name);
  const data = lines.map((line) => ({ line, all: points(line) }));
  const bands = banded(lines).map((line) => ({ line, all: points(line) }));
  return Plot.plot({
    width, height: k_height, marginLeft: 52, marginRight: 22, marginTop: 12, marginBottom: 44, className: "plot",
    x: { type: style.root ? "sqrt" : "linear", label: words.curves.axis(set.axis, unit_text(set.axis_unit), set.name), labelArrow: "none", labelAnchor: "left",
      tickSize: 0, ...(style.ticks ? { ticks: style.ticks } : {}), tickFormat: String },
    y: { label: null, tickSize: 0, zero: set.chance === null, nice: true, ticks: 4, ...(words.curves.is_whole(curve.name) ? { domain: [0, 100] } : {}) },
    marks: [
      Plot.gridX(style.ticks ?? undefined, { stroke: "var(--line)" }), Plot.gridY({ stroke: "var(--line)", ticks: 4 }),
      ...bands.map(({ line, all }) => Plot.areaY(all.filter(({ low, high }) => low !== null && high !== null),
        { x: "at", y1: "low", y2: "high", ...(set.chance ? { fill: "var(--ink-faint)", fillOpacity: is_one_band(lines) ? 0.28 : 0.09 } : { fill: line.run.colour, fillOpacity: 0.12 }) })),
      ...(set.chance === null || is_one_band(lines) ? [] : bands.flatMap(({ line, all }) => ["low", "high"].map((y) =>
        Plot.lineY(all, { x: "at", y, stroke: line.run.colour, strokeOpacity: 0.45, strokeWidth: 0.75 })))),
      ...data.map(({ line, all }) => Plot.lineY(all, { x: "at", y: "value", stroke: line.run.colour, strokeWidth: 2.25,
        ...(line.run.dashes ? { strokeDasharray: line.run.dashes } : {}) })),
      ...data.map(({ line, all }, at) => {
        const here = all[Math.round(((at + 1) / (data.length + 2)) * (all.length - 1))];
        return here ? Plot.text([here], { x: "at", y: "value", text: () => line.run.letter, dy: -9, fontWeight: 700, fontSize: 13, fill: line.run.colour,
          stroke: "var(--paper)", strokeWidth: 4 }) : null;
      }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
    ],
  });
}

/** At the places of the line that goes farthest; a run that was not asked there has no value. */
function rows(lines: Line[]): string[][] {
  const at = lines.map(({ set }) => set.at).reduce((far, one) => ((one[one.length - 1] ?? 0) > (far[far.length - 1] ?? 0) ? one : far), []);
  const step = Math.max(1, Math.ceil(at.length / k_most_rows));
  return at.flatMap((place, i) => (i % step !== 0 && i !== at.length - 1 ? [] : [[number_text(place, place < 10 ? 1 : 0),
    ...lines.map(({ set, curve }) => {
      const here = curve.values[set.at[i] === place ? i : set.at.indexOf(place)];
      return here === undefined ? words.no_value : set.chance ? number_text(here.value ?? 0, 3) : in_words(shown(here, curve.unit, words.curves.is_percent(curve.name)));
    })]]));
}

function chance_caption(runs: NamedRun[], lines: Line[]): string {
  const whole = (n: number): string => number_text(n, 0);
  const holes = runs.flatMap(({ letter, page }) => page.curves.flatMap(({ at, chance }) => {
    if (chance === null) return [];
    return [at.length === 0 ? words.chance.compared_too_few(letter, whole(chance.holes)) : words.chance.compared_holes(letter, whole(chance.asked), whole(chance.holes))];
  }));
  const simulations = [...new Set(lines.map(({ set }) => whole(set.chance?.simulations ?? 0)))];
  return words.chance.compared_caption(holes, words.join(simulations), is_one_band(lines));
}

function caption_of(runs: NamedRun[], set_name: string): string {
  const general = words.curves.caption(number_text(100 * (runs[0]?.page.interval_level ?? 0.8), 0));
  return set_name === "closure_course" ? `${general} ${words.curves.closing_caption}` : general;
}

/** One figure per set of curves that any run has. */
export function compared_curves(runs: NamedRun[]): Figure[] {
  const sets = new Map<string, Set<string>>();
  for (const { page } of runs) {
    for (const { name, curves } of page.curves) sets.set(name, new Set([...(sets.get(name) ?? []), ...curves.map((one) => one.name)]));
  }
  return [...sets].flatMap(([set_name, curve_names]) => {
    const groups = [...curve_names].map((name) => ({ name, lines: lines_of(runs, set_name, name) })).filter(({ lines }) => lines.length > 0);
    if (groups.length === 0) return [];
    const is_chance = groups.some(({ lines }) => lines.some(({ set }) => set.chance !== null));
    const all = groups.flatMap(({ lines }) => lines);
    const titles = groups.map(({ name }) => words.curves.title(name));
    return [{
      id: set_name.replace(/_/g, "-"), title: words.curves.heading(set_name), reading: is_chance ? words.chance.compared(is_one_band(all)) : words.compare.curves.reading(titles),
      alt: words.compare.curves.alt(words.join(titles), words.join(runs.map(({ letter, page }) => `${letter}, ${page.title}`))),
      caption: is_chance ? chance_caption(runs, all) : caption_of(runs, set_name),
      legend: element("div", { class: "legend" }, run_key(runs)),
      draw: (width: number) => element("div", { class: "panels-of-curves" }, ...groups.map(({ name, lines }) => element("div", {},
        element("p", { class: "curve-title" }, words.curves.title(name), " ", element("span", { class: "unit" }, words.curves.unit(name, unit_text(lines[0]?.curve.unit ?? "")))),
        panel(lines, width)))),
      numbers: groups.map(({ name, lines }) => table(columns([words.curves.axis(lines[0]?.set.axis ?? "", unit_text(lines[0]?.set.axis_unit ?? ""), set_name),
        ...lines.map(({ run }) => words.compare.run(run.letter))], lines.map((_, at) => at + 1)), rows(lines), words.curves.title(name))),
    }];
  });
}
