import type { Page, Parameter } from "./data";
import { in_words, quantity_text, shown } from "./numbers";
import { words } from "./strings";

/** A published result beside the run's own, on the axis of the course. */
export interface Published {
  at: number;
  value: number;
  low: number;
  high: number;
  words: string;
}

/** What the trial saw that calibrates the gain of collagen, told by the run's own inputs; null where they do not hold it. */
export function published_gain(page: Page): Published | null {
  const given = (path: string): Parameter | undefined => page.parameters.find((one) => one.path === `healing.${path}`);
  const [gain, after, sessions, interval] = ["reference_gain", "roller.after", "roller.sessions", "roller.interval"].map(given);
  const last = page.outcome?.session_days.slice(-1)[0];
  if (!gain || !after || !sessions || !interval || last === undefined) return null;
  const [value, low, high, days] = [gain.value, gain.low, gain.high, after.value].map(Number.parseFloat) as [number, number, number, number];
  if (![value, low, high, days].every(Number.isFinite) || !after.value.endsWith("day")) return null;
  return {
    at: last + days, value: 100 * value, low: 100 * low, high: 100 * high,
    words: words.course.published(in_words(shown({ value, low, high }, "1", true)), `${quantity_text(after.value)}s`, sessions.value,
      `${quantity_text(interval.value)}s`, gain.source),
  };
}
