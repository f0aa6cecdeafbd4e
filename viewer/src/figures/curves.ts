import * as Plot from "@observablehq/plot";
import { closing_sentences } from "../closing";
import type { Curve, CurveSet, Interval, Page } from "../data";
import { element } from "../element";
import { in_words, number_text, shown, shown_result, unit_text } from "../numbers";
import { published_gain, type Published } from "../published";
import { words } from "../strings";
import { columns, table } from "../tables";
import type { Figure } from "./figure";

const k_panel = 190;
/** Panels stand beside each other from this width and this many on [px]. */
const k_wide = 640;
const k_many = 3;
const k_gap = 28;
/** Rows of the table behind a curve; the whole of it stands in series.csv. */
const k_most_rows = 60;

interface Point extends Interval {
  at: number;
}

function points({ at }: CurveSet, curve: Curve): Point[] {
  const scale = words.curves.is_percent(curve.name) ? 100 : 1;
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale);
  return curve.values
    .map(({ value, low, high }, i) => ({ at: at[i] ?? NaN, value: scaled(value), low: scaled(low), high: scaled(high) }))
    .filter((one) => Number.isFinite(one.at) && one.value !== null);
}

/** What is marked on the curves of a course. */
interface Marks {
  /** Where a session was, on the axis. */
  sessions: number[];
  published: Published | null;
}

const no_marks: Marks = { sessions: [], published: null };

/** Ticks that stand apart: on a stretched axis the first ones crowd. */
function ticks_of(ticks: number[] | undefined, end: number, width: number): number[] | undefined {
  if (ticks === undefined || end <= 0) return ticks;
  const apart = 26 / Math.max(1, width);
  return ticks.filter((tick) => tick <= end).reduce<number[]>((kept, tick) => {
    const before = kept[kept.length - 1];
    return before === undefined || Math.sqrt(tick / end) - Math.sqrt(before / end) >= apart ? [...kept, tick] : kept;
  }, []);
}

function panel(set: CurveSet, curve: Curve, width: number, is_last: boolean, marks: Marks): Node {
  const line = points(set, curve);
  const style = words.curves.style(set.name);
  const ticks = ticks_of(style.ticks, set.at[set.at.length - 1] ?? 0, width - 68);
  const { published } = marks;
  return Plot.plot({
    width, height: k_panel + (is_last ? 26 : 0),
    marginLeft: 52, marginRight: 16, marginTop: 10, marginBottom: is_last ? 44 : 18, className: "plot",
    x: {
      type: style.root ? "sqrt" : "linear", label: is_last ? words.curves.axis(set.axis, unit_text(set.axis_unit), set.name) : null,
      labelArrow: "none", labelAnchor: "left", tickSize: 0, ...(ticks ? { ticks } : {}),
      tickFormat: (tick: number) => (is_last ? String(tick) : ""),
    },
    y: {
      label: null, tickSize: 0, zero: true, nice: true, ticks: 4, ...(words.curves.is_whole(curve.name) ? { domain: [0, 100] } : {}),
    },
    marks: [
      Plot.gridX(ticks ?? undefined, { stroke: "var(--line)" }), Plot.gridY({ stroke: "var(--line)", ticks: 4 }),
      Plot.ruleX(marks.sessions, { stroke: "var(--ink-faint)", strokeDasharray: "3 3" }),
      Plot.areaY(line.filter(({ low, high }) => low !== null && high !== null), {
        x: "at", y1: "low", y2: "high", fill: "var(--accent)", fillOpacity: 0.22,
      }),
      Plot.lineY(line, { x: "at", y: "value", stroke: "var(--accent)", strokeWidth: 2.25 }),
      published && Plot.ruleX([published], { x: "at", y1: "low", y2: "high", stroke: "var(--ink)", strokeWidth: 1.5 }),
      published && Plot.dot([published], { x: "at", y: "value", r: 5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.75 }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.tip(line, Plot.pointerX({ x: "at", y: "value", title: ({ at, ...one }: Point) => {
        const { value, range } = shown(one, "1");
        return `${words.curves.at(number_text(at, at < 10 ? 1 : 0), unit_text(set.axis_unit))}\n${value}${range ? ` (${range})` : ""} ${words.curves.unit(curve.name, unit_text(curve.unit))}`;
      }, fill: "var(--raised)", stroke: "var(--line-strong)" })),
    ],
  });
}

/** Two beside each other where there are many and room for them. */
function draw(set: CurveSet, width: number, marks_of: (curve: Curve) => Marks): Node {
  const beside = set.curves.length >= k_many && width >= k_wide ? 2 : 1;
  const each = Math.floor((width - (beside - 1) * k_gap) / beside);
  return element("div", { class: beside > 1 ? "panels-of-curves beside" : "panels-of-curves" }, ...set.curves.map((curve, at) =>
    element("div", {},
      element("p", { class: "curve-title" }, words.curves.title(curve.name), " ",
        element("span", { class: "unit" }, words.curves.unit(curve.name, unit_text(curve.unit)))),
      panel(set, curve, each, at >= set.curves.length - beside, marks_of(curve)))));
}

/** Titles as one sentence lists them. */
const in_a_row = (titles: string[]): string[] => titles.map((one, at) => (at === 0 ? one : one.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())));

/** "The barrier counts as whole again after 2.1 h ...", where the run says so; else the names of the curves. */
function reading(page: Page, set: CurveSet, names: string[]): string {
  const said = (name: string): string => {
    const one = page.results.find((result) => result.name === name && result.value !== null);
    return one === undefined ? "" : in_words(shown_result(one));
  };
  if (set.name === "force_displacement") {
    const [force, way, margin] = [said("puncture_force"), said("puncture_displacement"), said("force_margin")];
    const parts = [force && words.curves.pierces(force, way), margin && words.curves.margin(margin)].filter(Boolean);
    if (parts.length > 0) return parts.join(" ");
  }
  return (set.name === "closure_course" && closing_sentences(page).join(" ")) || words.curves.reading(in_a_row(names));
}

function rows(set: CurveSet): string[][] {
  const step = Math.max(1, Math.ceil(set.at.length / k_most_rows));
  return set.at.flatMap((at, i) => (i % step === 0 || i === set.at.length - 1
    ? [[number_text(at, at < 10 && !Number.isInteger(at) ? 2 : 0), ...set.curves.map((curve) => {
      const here = curve.values[i];
      return here === undefined ? words.no_value : in_words(shown(here, curve.unit, words.curves.is_percent(curve.name)));
    })]] : []));
}

/** Sets over the same axis that belong together, as one under the name of their figure. */
export function drawn_sets(sets: CurveSet[]): CurveSet[] {
  const drawn: CurveSet[] = [];
  for (const set of sets) {
    const name = words.curves.drawn_with(set.name);
    const with_it = drawn.find((one) => one.name === name && one.at.join() === set.at.join());
    if (with_it) with_it.curves = [...with_it.curves, ...set.curves];
    else drawn.push({ ...set, name });
  }
  return drawn;
}

export function curves(page: Page, set: CurveSet): Figure {
  const percent = number_text(page.interval_level * 100, 0);
  const names = set.curves.map(({ name }) => words.curves.title(name));
  const is_course = words.curves.is_after_first(set.name);
  const sessions = is_course ? page.outcome?.session_days ?? [] : [];
  const published = is_course && set.curves.some(({ name }) => name === "collagen_papillary") ? published_gain(page) : null;
  const marks_of = (curve: Curve): Marks =>
    (is_course ? { sessions, published: curve.name === "collagen_papillary" ? published : null } : no_marks);
  const axis = words.curves.axis(set.axis, unit_text(set.axis_unit), set.name);
  return {
    id: set.name.replace(/_/g, "-"),
    title: words.curves.heading(set.name),
    reading: reading(page, set, names),
    alt: words.curves.alt(words.join(names), axis),
    caption: [
      words.curves.caption(percent),
      set.name === "closure_course" ? words.curves.closing_caption : words.curves.style(set.name).root && words.course.root,
      sessions.length > 0 && words.course.sessions(sessions.length),
      published && published.words,
    ].filter(Boolean).join(" "),
    draw: (width) => draw(set, width, marks_of),
    numbers: [table(columns([axis, ...names], set.curves.map((_, at) => at + 1)), rows(set))],
  };
}
