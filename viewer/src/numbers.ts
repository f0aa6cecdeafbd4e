import type { Interval, Result } from "./data";
import { words } from "./strings";

const superscripts: Record<string, string> = {
  "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴",
  "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
};
const raise = (exponent: string): string => [...exponent].map((c) => superscripts[c] ?? c).join("");

/** "1/cm2" reads "per cm²", "um" reads "µm", "1" reads nothing. */
export function unit_text(unit: string): string {
  if (unit === "" || unit === "1") return "";
  const set = unit
    .replace(/\bum(?=\d|\b)/g, "µm")
    .replace(/\bug\b/g, "µg")
    .replace(/\bdegC\b/g, "°C")
    .replace(/\bdeg\b/g, "°")
    .replace(/([A-Za-zµ])(-?\d+)/g, (_, letter: string, power: string) => letter + raise(power));
  return set.startsWith("1/") ? words.per_unit(set.slice(2)) : set;
}

/** Shares by another name. */
const k_shares = ["crust_peak", "epidermis_change", "dermis_change", "pigment", "new_scar", "rater"];

/** A share is shown in percent; evenness and indices, also without unit, are not. */
export function is_share(result: Pick<Result, "name" | "unit">): boolean {
  return (result.unit === "1" || result.unit === "") && (/(^|_)(share|reach|better)(_|$)/.test(result.name) || k_shares.includes(result.name));
}

/** In percent, to a tenth: closer says nothing of a share of strikes. */
export function as_percent(interval: Interval): Interval {
  const times = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 10);
  return { value: times(interval.value), low: times(interval.low), high: times(interval.high) };
}

/** A share whose interval spans more than half of all there is: uncertain, not a fact. */
export const is_wide = ({ low, high }: Interval): boolean => low !== null && high !== null && high - low > 0.5;

/** Decimals that give the interval's width two figures, or a lone number four. */
export function decimals_of({ value, low, high }: Interval): number {
  const width = low !== null && high !== null ? high - low : 0;
  if (width > 0) return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width))));
  if (value === null || value === 0 || Number.isInteger(value)) return 0;
  return Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, words.thousands);
}

export function number_text(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const [mantissa, exponent] = value.toExponential(2).split("e") as [string, string];
    return `${mantissa.replace(".", words.decimal)} × 10${raise(exponent.replace("+", ""))}`;
  }
  const rounded = size.toFixed(decimals);
  const [whole, part] = rounded.split(".") as [string, string?];
  const sign = value < 0 && Number(rounded) !== 0 ? "−" : "";
  return sign + grouped(whole) + (part === undefined ? "" : words.decimal + part);
}

/** A number that has no interval, with no needless zeros. */
export function plain_number(value: number): string {
  const decimals = decimals_of({ value, low: null, high: null });
  const shortest = Number(value.toFixed(decimals));
  const needed = (String(shortest).split(".")[1] ?? "").length;
  return number_text(value, Math.min(decimals, needed));
}

/** "10 cm2" as the data writes it reads "10 cm²"; other text stays as it is. */
export function quantity_text(given: string): string {
  const parts = /^([-+]?[\d.]+(?:e[-+]?\d+)?) (\S+)$/i.exec(given);
  if (parts === null) return given;
  const number = String(Number(Number(parts[1]).toPrecision(6)));
  return `${number}\u00a0${unit_text(parts[2] as string)}`;
}

export interface Shown {
  value: string;
  /** "190 – 221"; empty when there is none. */
  range: string;
  unit: string;
}

/** Of a number without a unit, so small that it says "none" and no more. */
const k_speck = 1e-4;
/** From here on two figures are told as a power of ten. */
const k_many = 1e6;
const is_plain = (unit: string): boolean => unit === "" || unit === "1" || unit === "%";
const without_speck = (value: number | null): number | null => (value !== null && Math.abs(value) < k_speck ? 0 : value);

/** How an interval is written: median, range and unit, with decimals that fit its width or, in a column, a fixed number. */
export function shown(interval: Interval, unit: string, as_share = false, fixed?: number): Shown {
  const scaled = as_share ? as_percent(interval) : interval;
  const decimals = fixed ?? Math.min(as_share ? 1 : 6, decimals_of(scaled));
  const kept = is_plain(unit) ? without_speck : (one: number | null): number | null => one;
  const [value, low, high] = [kept(scaled.value), kept(scaled.low), kept(scaled.high)];
  const has_range = low !== null && high !== null && high > low;
  const told = value === null ? words.no_value : has_range || fixed !== undefined ? number_text(value, decimals) : plain_number(value);
  const is_lost = is_plain(unit) && !as_share && (scaled.value ?? 0) > 0 && Number((value ?? 0).toFixed(decimals)) === 0;
  const places = Math.min(4, Math.max(1, decimals));
  return {
    value: is_lost ? words.under(number_text(Number(`1e-${places}`), places)) : told,
    range: has_range ? words.range(number_text(low, decimals), number_text(high, decimals)) : "",
    unit: as_share ? "%" : unit_text(unit),
  };
}

/** Two figures of a number whose interval passes through many powers of ten; next to nothing reads as such. */
export function figures_text(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return words.no_value;
  const size = Math.abs(value);
  if (size < k_speck) return value > 0 ? words.under(number_text(k_speck, 4)).replace(" ", "\u00a0") : "0";
  if (size >= k_many) {
    const [mantissa, exponent] = value.toExponential(1).split("e+") as [string, string];
    return `${mantissa.replace(".", words.decimal)} × 10${raise(exponent)}`;
  }
  const rounded = size >= 100 ? Number(value.toPrecision(2)) : value;
  return number_text(rounded, Math.max(0, 1 - Math.floor(Math.log10(Number(size.toPrecision(2))))));
}

/** Of a hundred: what is not all of it does not read as all. */
export function percent_figures(value: number | null): string {
  if (value === null || value <= 99 || value >= 100) return figures_text(value);
  return number_text(value, Math.min(4, Math.max(1, -Math.floor(Math.log10(100 - value)))));
}

/** "0.01"; what is too small for that, "10⁻⁶". */
export const power_text = (power: number): string => (power < -4 ? `10${raise(String(power))}` : number_text(Number(`1e${power}`), Math.max(0, -power)));

/** Median and range, each to two figures. */
export function shown_figures({ value, low, high }: Interval, unit: string): Shown {
  const text = unit === "%" ? percent_figures : figures_text;
  const is_signed = (low ?? 0) < 0;
  const has_range = low !== null && high !== null && high > low && !(text(low) === text(high) && text(low) === text(value));
  return {
    value: text(value),
    range: has_range ? (is_signed ? words.signed_range : words.range)(text(low), text(high)) : "",
    unit: unit_text(unit),
  };
}

export const shown_result = (result: Result): Shown =>
  (result.room === "transport" ? shown_figures(result, result.unit) : shown(result, result.unit, is_share(result)));

/** "0.78 mm (0.61 – 0.97)", for running text. */
export function in_words({ value, range, unit }: Shown): string {
  const amount = unit === "" ? value : `${value}\u00a0${unit}`;
  return range === "" ? amount : `${amount} (${range})`;
}
