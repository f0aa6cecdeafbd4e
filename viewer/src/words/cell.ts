/** A diffusion cell. */
import { lookup } from "./grammar";
import { active_name } from "./uptake";

const raised = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());

const kinds: Record<string, (active: string) => string> = {
  permeated: (active) => `${raised(active_name(active))} through the skin`,
  receptor: (active) => `${raised(active_name(active))} in the receptor`,
  strips: (active) => `${raised(active_name(active))} in the stratum corneum, by depth`,
};

const set_of = (name: string): [string, string] | null => {
  const [, kind, active] = /^(permeated|receptor|strips)_(.+)$/.exec(name) ?? [];
  return kind === undefined || active === undefined ? null : [kind, active];
};

export const is_cell_set = (name: string): boolean => set_of(name) !== null;

export function cell_heading(name: string): string | undefined {
  const set = set_of(name);
  return set === null ? undefined : kinds[set[0]]?.(set[1]);
}

export function cell_curve(name: string): string | undefined {
  if (name.endsWith(".intact_permeated_course")) return "Skin without a hole";
  if (name.endsWith(".permeated_course")) return "The skin of the cell";
  if (name.endsWith(".receptor_course")) return "As samples show it";
  return name.endsWith(".strip_profile") ? "At the end" : undefined;
}

export const cell = {
  heading: "In the cell",
  name: (active: string) => raised(active_name(active)),
  lead: "What a laboratory would read off this cell: amounts per cm² of skin, corrected for the samples that were drawn.",
  through: "Through the skin",
  until: "until the last sample",
  intact: (amount: string) => `Through skin without a hole: ${amount}.`,
  enhancement: (times: string) => `That is ${times} times as much.`,
  slope: "Flux",
  straight: "steepest straight part of the curve",
  lag: (lag: string) => `Its line meets nothing at ${lag}.`,
  permeability: (value: string) => `Over the concentration put on: ${value}.`,
  no_slope: "No three samples lie on a line in any variant.",
  recovery: "Recovery",
  dose: (dose: string) => `Of ${dose} put on, at the last sample`,
  parts: (part: string) => lookup({
    donor: "Donor and wash", channels: "Holes", stratum_corneum: "Stratum corneum", epidermis: "Viable epidermis", dermis: "Dermis",
    converted: "Turned into something else", samples: "Samples", receptor: "Receptor", total: "Found in all",
  }, part),
  columns: ["Part", "Share of the dose, %", "Interval"],
  bench: (skin: string, manner: string, device: string) => `Bench test. ${skin} in a diffusion cell, ${
    manner === "intact" ? "without a hole" : manner === "given holes" ? "with holes of a given size" : `pierced by ${device.replace(/^[A-Z]/, (first) => first.toLowerCase())}`}.`,
};
