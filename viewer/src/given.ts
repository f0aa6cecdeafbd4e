/** What given JSON holds, whatever it is: a part of another kind reads as none. */
import type { Interval } from "./data";

export type Table = Record<string, unknown>;

export const table = (given: unknown): Table =>
  typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Table) : {};
export const list = (given: unknown): unknown[] => (Array.isArray(given) ? given : []);
export const text = (given: unknown): string =>
  typeof given === "string" ? given : typeof given === "number" ? String(given) : "";
export const number = (given: unknown): number | null =>
  typeof given === "number" && Number.isFinite(given) ? given : null;
export const numbers = (given: unknown): number[] => list(given).map((one) => number(one) ?? NaN);
export const texts = (given: unknown): string[] => list(given).map(text);

export function interval(given: unknown): Interval {
  const from = table(given);
  return { value: number(from["value"]), low: number(from["low"]), high: number(from["high"]) };
}
