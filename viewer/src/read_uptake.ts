import type { DoseMap, DrawnPlace, HoleCut, IntactPlace, Product, Uptake } from "./data";
import { interval, list, number, numbers, table, text, texts } from "./given";

export function product(given: unknown): Product | null {
  const from = table(given);
  const made = { title: text(from["title"]), sentences: texts(from["sentences"]).filter((one) => one !== "") };
  return made.title !== "" || made.sentences.length > 0 ? made : null;
}

function intact_place(given: unknown): IntactPlace {
  const from = table(given);
  const [value, low, high] = [list(from["value"]), list(from["low"]), list(from["high"])];
  return { name: text(from["name"]), values: value.map((one, i) => ({ value: number(one), low: number(low[i]), high: number(high[i]) })) };
}

function drawn_place(given: unknown): DrawnPlace {
  const from = table(given);
  return { name: text(from["name"]), amount: numbers(from["amount"]), intact: numbers(from["intact"]) };
}

function dose_map(given: unknown): DoseMap | null {
  const from = table(given);
  const [x, y, side, columns, rows] = ["x", "y", "side", "columns", "rows"].map((name) => number(from[name]) ?? NaN) as [number, number, number, number, number];
  const values = list(from["value"]).map((one) => number(one) ?? NaN);
  const unit = text(from["unit"]);
  return side > 0 && columns > 0 && values.length === columns * rows ? { unit, x, y, side, columns, rows, values } : null;
}

function hole_cut(given: unknown): HoleCut | null {
  const from = table(given);
  const [across, down, at] = ["across_um", "down_um", "at_h"].map((name) => numbers(from[name])) as [number[], number[], number[]];
  const values = list(from["value"]).map(numbers);
  const made = { unit: text(from["unit"]), at, radius: number(from["radius_um"]) ?? 0, depth: number(from["depth_um"]) ?? 0, across, down, values };
  const cells = (across.length - 1) * (down.length - 1);
  return cells > 0 && values.length === at.length && values.every((one) => one.length === cells) ? made : null;
}

export function uptake(given: unknown): Uptake {
  const from = table(given);
  const drawn = table(from["drawn"]);
  const hole = table(drawn["hole"]);
  const size = (name: string): number => number(hole[name]) ?? 0;
  return {
    active: text(from["active"]),
    unit: text(from["unit"]),
    share: interval(from["share"]),
    intact_share: interval(from["intact_share"]),
    axis_unit: text(from["axis_unit"]),
    at: numbers(from["at"]),
    intact: list(from["intact"]).map(intact_place),
    map: dose_map(from["map"]),
    cut: hole_cut(from["cut"]),
    drawn: {
      hole: { per_cm2: size("per_cm2"), width_um: size("width_um"), depth_mm: size("depth_mm") },
      given: numbers(drawn["given"]),
      gained: numbers(drawn["gained"]),
      places: list(drawn["places"]).map(drawn_place),
    },
  };
}
