import * as Plot from "@observablehq/plot";
import { closing_sentences } from "../closing";
import type { Curve, CurveSet, Interval, Page } from "../data";
import { element } from "../element";
import { in_words, number_text, shown, shown_result, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import type { Figure } from "./figure";

const k_panel = 190;
/** Rows of the table behind a curve; the whole of it stands in series.csv. */
const k_most_rows = 60;

const is_whole_share = ({ unit }: Curve): boolean => unit === "1";

interface Point extends Interval {
  at: number;
}

function points({ at }: CurveSet, curve: Curve): Point[] {
  const scale = is_whole_share(curve) ? 100 : 1;
  const scaled = (value: number | null): number | null => (value === null ? null : value * scale);
  return curve.values
    .map(({ value, low, high }, i) => ({ at: at[i] ?? NaN, value: scaled(value), low: scaled(low), high: scaled(high) }))
    .filter((one) => Number.isFinite(one.at) && one.value !== null);
}

function panel(set: CurveSet, curve: Curve, width: number, is_last: boolean): Node {
  const line = points(set, curve);
  const style = words.curves.style(set.name);
  return Plot.plot({
    width, height: k_panel + (is_last ? 26 : 0),
    marginLeft: 52, marginRight: 16, marginTop: 10, marginBottom: is_last ? 44 : 18, className: "plot",
    x: {
      type: style.root ? "sqrt" : "linear", label: is_last ? words.curves.axis(set.axis, unit_text(set.axis_unit)) : null,
      labelArrow: "none", labelAnchor: "left", tickSize: 0, ...(style.ticks ? { ticks: style.ticks } : {}),
      tickFormat: (tick: number) => (is_last ? String(tick) : ""),
    },
    y: {
      label: null, tickSize: 0, zero: true, nice: true, ticks: 4, ...(is_whole_share(curve) ? { domain: [0, 100] } : {}),
    },
    marks: [
      Plot.gridX(style.ticks ?? undefined, { stroke: "var(--line)" }), Plot.gridY({ stroke: "var(--line)", ticks: 4 }),
      Plot.areaY(line.filter(({ low, high }) => low !== null && high !== null), {
        x: "at", y1: "low", y2: "high", fill: "var(--accent)", fillOpacity: 0.22,
      }),
      Plot.lineY(line, { x: "at", y: "value", stroke: "var(--accent)", strokeWidth: 2.25 }),
      Plot.ruleY([0], { stroke: "var(--ink-faint)" }),
      Plot.tip(line, Plot.pointerX({ x: "at", y: "value", title: ({ at, ...one }: Point) => {
        const { value, range } = shown(one, "1");
        return `${words.curves.at(number_text(at, at < 10 ? 1 : 0), unit_text(set.axis_unit))}\n${value}${range ? ` (${range})` : ""} ${words.curves.unit(curve.unit)}`;
      }, fill: "var(--raised)", stroke: "var(--line-strong)" })),
    ],
  });
}

function draw(set: CurveSet, width: number): Node {
  return element("div", { class: "panels-of-curves" }, ...set.curves.map((curve, at) =>
    element("div", {},
      element("p", { class: "curve-title" }, words.curves.title(curve.name), " ",
        element("span", { class: "unit" }, words.curves.unit(curve.unit))),
      panel(set, curve, width, at === set.curves.length - 1))));
}

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
  return (set.name === "closure_course" && closing_sentences(page).join(" ")) || words.curves.reading(names);
}

function rows(set: CurveSet): string[][] {
  const step = Math.max(1, Math.ceil(set.at.length / k_most_rows));
  return set.at.flatMap((at, i) => (i % step === 0 || i === set.at.length - 1
    ? [[String(at), ...set.curves.map((curve) => {
      const here = curve.values[i];
      return here === undefined ? words.no_value : in_words(shown(here, curve.unit, is_whole_share(curve)));
    })]] : []));
}

export function curves(page: Page, set: CurveSet): Figure {
  const percent = number_text(page.interval_level * 100, 0);
  const names = set.curves.map(({ name }) => words.curves.title(name));
  return {
    id: set.name.replace(/_/g, "-"),
    title: words.curves.heading(set.name),
    reading: reading(page, set, names),
    alt: words.curves.alt(words.join(names), words.curves.axis(set.axis, unit_text(set.axis_unit))),
    caption: words.curves.caption(percent) + (set.name === "closure_course" ? ` ${words.curves.closing_caption}` : ""),
    draw: (width) => draw(set, width),
    numbers: [table(columns([words.curves.axis(set.axis, unit_text(set.axis_unit)), ...names],
      set.curves.map((_, at) => at + 1)), rows(set))],
  };
}
