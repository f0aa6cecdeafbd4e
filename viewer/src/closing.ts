import type { Page, Result } from "./data";
import { in_words, shown_result } from "./numbers";
import { words } from "./strings";

const find = (page: Page, name: string): Result | undefined =>
  page.results.find((one) => one.name === name && one.value !== null);

/** A quantity that is 0 at the median but not in every variant. */
const is_none_at_median = (one: Result | undefined): boolean => one !== undefined && one.value === 0 && (one.high ?? 0) > 0;

/** Whether half of the variants or more leave no hole, while others do. */
export function is_often_closed(page: Page): boolean {
  const width = find(page, "channel_width");
  const times = ["barrier_time", "pore_time"].map((name) => find(page, name)).filter((one) => one !== undefined);
  return width !== undefined ? is_none_at_median(width) : times.length > 0 && times.every(is_none_at_median);
}

/** How long the holes stay open, in sentences; none where nothing is known or nothing ever opens. */
export function closing_sentences(page: Page): string[] {
  const said = (name: string): string => {
    const one = find(page, name);
    return one === undefined || one.value === 0 && (one.high ?? 0) === 0 ? "" : in_words(shown_result(one));
  };
  /** The upper end alone. */
  const most = (name: string): string => {
    const one = find(page, name);
    return one === undefined || !((one.high ?? 0) > 0) ? "" : in_words({ ...shown_result({ ...one, value: one.high }), range: "" });
  };
  const sentences = is_often_closed(page)
    ? [words.closes.often_none, words.closes.at_most(most("barrier_time"), most("pore_time"))]
    : [said("barrier_time") && words.closes.barrier(said("barrier_time")), said("pore_time") && words.closes.pore(said("pore_time"))];
  return sentences.filter(Boolean);
}
