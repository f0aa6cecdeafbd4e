/** What stands below the figures. */
import { plural } from "./grammar";

export const quantities = {
  heading: "All quantities",
  columns: ["Quantity", "Median", "Interval", "Unit", "Meaning"],
  none: "This run has no results.",
  amounts: "How much of each active is where is told by layer and time in a section of its own:",
};

export const sessions = {
  heading: "Session by session",
  lead: "Medians with their intervals.",
  quantity: "Quantity",
  session: (n: number) => `Session ${n}`,
};

export const not_built = {
  heading: "Asked for, not built yet",
  lead: "The study asks for these; this version leaves them out of its answer.",
};

export const inputs = {
  heading: "Inputs",
  lead: (chosen: number, defaults: number) =>
    `${chosen} ${plural(chosen, "number was", "numbers were")} set in the study; ${defaults} ${plural(defaults, "is a default", "are defaults")} ` +
    "from the data, each with its source, in italics.",
  columns: ["Input", "Value", "Interval", "Source", "Kind"],
  show_others: (n: number) => `Show the ${n} ${plural(n, "name, count or list", "names, counts and lists")}`,
  filter: "Show",
  all: "all",
  show_defaults: (n: number) => `Show the ${n} ${plural(n, "default", "defaults")}`,
  none: "This run lists no inputs.",
  study: "study",
};

export const sources = {
  heading: "Sources",
  lead: "Papers whose values this run used, and how each was read.",
  used_for: (n: number) => `used for ${n} ${plural(n, "input", "inputs")}`,
  doi: "DOI",
};

export const ledger = {
  heading: "Ledger",
  lead: "Rows that must add up; the mismatch is a row of its own.",
  columns: ["Row", "Amount", "Unit"],
};

export const reproduce = {
  heading: "How to repeat this run",
  lead: "The same study, seed and version give the same bytes, on any number of threads.",
  version: "Version",
  seed: "Seed",
  members: "Ensemble",
  variants: (n: string) => `${n} variants`,
  hash: "Hash of the inputs",
  command: "Command",
  shell: "percuta run study.resolved.toml",
  note: "Type it in the folder of this page: study.resolved.toml holds every value used, with its source, the seed and the number of variants.",
};
