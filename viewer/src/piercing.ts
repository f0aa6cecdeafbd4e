import type { Interval, Page, Result } from "./data";
import { as_percent, in_words, is_wide, number_text, shown } from "./numbers";
import { words } from "./strings";

export const pierced_share = (page: Page): Result | undefined =>
  page.results.find((one) => one.name === "pierced_share" && one.value !== null);

/** Whether depths averaged over all strikes hold strikes that did not pierce. */
export const has_unpierced = ({ value, low }: Interval): boolean => (low ?? value ?? 1) < 1;

/** How many strikes pierce, as a fact where it is one and as a span where it is not. */
export function pierced_sentence(share: Interval): string {
  const { value, low, high } = as_percent(share);
  const at = (percent: number | null): string => words.deep.some(number_text(percent ?? 0, 0), percent === 0);
  if (value === 0) return (high ?? 0) > 0 ? words.deep.none_at_median(at(high)) : words.deep.none_pierces;
  if (is_wide(share) || low === 0) return words.deep.unsure(at(low), at(high), at(value));
  return words.deep.pierced(in_words(shown(share, "1", true)));
}
