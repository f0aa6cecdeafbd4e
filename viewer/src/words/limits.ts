/** What is said of limits: a distance and a word, never a green light. */
import { lookup } from "./grammar";

export const limits = {
  heading: "Limits",
  lead: "What this treatment comes to, held against what is known for its site and setting. Most published bounds are the " +
    "deepest or densest that was looked at, not where harm begins.",
  columns: ["Quantity", "Here", "Interval", "Limit", "Word"],
  beyond: "Beyond a limit",
  near: "Near a limit",
  all: "All limits",
  inside: (which: string) => `Inside the limits known here: ${which}.`,
  none: (which: string) => `No published limit here: ${which}.`,
  word: (verdict: string) => lookup({ beyond: "beyond", near: "near", inside: "inside" }, verdict) || verdict,
  bound: (is_most: boolean, amount: string, where: string) =>
    `${is_most ? "at most" : "at least"} ${amount}${where ? ` (${where})` : ""}`,
  sentence: (what: string, here: string, bound: string, session: string) => `${what}: ${here}${session}; ${bound}.`,
  session: (n: number) => (n > 0 ? ` in session ${n}` : ""),
  source: (source: string) => (source === "" || source === "our rule" ? source : `source: ${source}`),
};
