import type { Curve, CurveSet, Interval, Page, Result, Uptake } from "./data";

export const k_told_hours = [1, 4, 24];
export const k_day = 24;

/** One place of an active through time, over the variants. */
export interface Place {
  name: string;
  with_holes: Interval[];
  without: Interval[];
}

const set_of = (page: Page, name: string): CurveSet | undefined => page.curves.find((one) => one.name === name);

const values_of = (set: CurveSet | undefined, ending: string): Interval[] =>
  set?.curves.find(({ name }: Curve) => name.endsWith(ending))?.values ?? [];

/** Where an active is, place by place, in the order of the data; none whose amount is nothing at any time in any variant. */
export function places_of(page: Page, { active, intact }: Uptake): Place[] {
  const set = set_of(page, `layers_${active}`);
  return intact.map(({ name, values }) => ({ name, with_holes: values_of(set, `.course.${name}`), without: values }));
}

const is_something = ({ value, high }: Interval): boolean => (value ?? 0) > 0 || (high ?? 0) > 0;
export const is_anywhere = ({ with_holes, without }: Place): boolean => [...with_holes, ...without].some(is_something);

/** All of it past the stratum corneum. */
export function sum_of(page: Page, { active }: Uptake): Place {
  const set = set_of(page, `uptake_${active}`);
  return { name: "sum", with_holes: values_of(set, ".uptake_course"), without: values_of(set, ".intact_uptake_course") };
}

/** Where a time stands in the list; undefined where none is near. */
export function index_at(at: number[], time: number): number | undefined {
  const found = at.findIndex((one) => Math.abs(one - time) < 1e-3 * time);
  return found < 0 ? undefined : found;
}

/** A day, or the last time before one that is told. */
export function index_of_day({ at }: Uptake): number {
  const after = at.findIndex((one) => one > k_day * 1.001);
  return (after < 0 ? at.length : after) - 1;
}

export const at_hour = (values: Interval[], at: number[], hour: number): Interval => {
  const found = index_at(at, hour);
  return (found === undefined ? undefined : values[found]) ?? { value: null, low: null, high: null };
};

export const result_of = (page: Page, { active }: Uptake, name: string): Result | undefined =>
  page.results.find((one) => one.room === "transport" && one.name === `${active}.${name}` && one.value !== null);

const k_not_in = ["surface", "washed", "needles"];
/** Whether a place lies below the surface, holes among them. */
export const is_inside = (place: string): boolean => !k_not_in.includes(place);

/** Amounts of the run with every input at its median at one time; 0 where there is none. */
export function drawn_at({ drawn }: Uptake, index: number): { name: string; amount: number; intact: number }[] {
  const number = (values: number[]): number => (Number.isFinite(values[index]) ? Math.max(0, values[index] as number) : 0);
  return drawn.places.map(({ name, amount, intact }) => ({ name, amount: number(amount), intact: number(intact) }));
}

/** What of the places counts as past the stratum corneum. */
export const is_taken_up = (place: string): boolean => is_inside(place) && place !== "channels" && place !== "stratum_corneum";

/** Part of an element's id. */
export const id_of = ({ active }: Uptake): string => active.replace(/[^\w-]+/g, "-");
