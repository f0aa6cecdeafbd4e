import { power_text } from "../numbers";

/** Powers of ten from a floor to a top, both of them on the axis. */
export interface LogAxis {
  domain: [number, number];
  ticks: number[];
  text(tick: number): string;
}

/** Most that an axis spans, and powers of ten between two ticks where it spans many. */
const k_most_decades = 7;
const k_many = 4;

/** Down from the largest value to a power of ten below the least of `told`, seven powers at the most. */
export function log_axis(largest: number, told: number[]): LogAxis {
  const top = Math.ceil(Math.log10(largest > 0 ? largest : 1) - 1e-9);
  const least = Math.min(...told.filter((one) => one > 0), largest > 0 ? largest : 1);
  const bottom = Math.max(top - k_most_decades, Math.min(top - 2, Math.floor(Math.log10(least)) - 1));
  const step = top - bottom > k_many ? 2 : 1;
  const ticks = Array.from({ length: top - bottom + 1 }, (_, i) => 10 ** (bottom + i));
  return {
    domain: [10 ** bottom, 10 ** top],
    ticks,
    text: (tick) => {
      const power = Math.round(Math.log10(tick));
      return (top - power) % step === 0 ? power_text(power) : "";
    },
  };
}

/** What lies below the axis lies on it. */
export const on_axis = (value: number | null, { domain }: LogAxis): number => Math.min(domain[1], Math.max(domain[0], value ?? 0));
