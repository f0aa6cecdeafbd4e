/** How it heals, and what is seen of it. */
import type { Driver } from "../data";
import { join, lookup, plural } from "./grammar";

export const healing_results: Record<string, string> = {
  collagen_change: "Gain of collagen, papillary dermis",
  collagen_change_dermis: "Gain of collagen, whole dermis",
  collagen_making: "Most making of collagen",
  tgf_beta: "Most active growth factor (TGF-β)",
  dermis_stirred: "Share of the dermis that a session stirs",
  tgf_beta_half_gone: "Growth factor half gone after",
  redness: "Redness seen for",
  redness_peak: "Highest grade of redness",
  red_dots: "Red dots at their most",
  red_dots_time: "Red dots seen for",
  barrier: "Most water loss",
  crust: "Crusts seen for",
  crust_peak: "Most surface under crusts",
  reepithelialised: "New skin over every hole after",
  discomfort: "Discomfort, 0 to 10",
  downtime: "Downtime",
  epidermis: "Thickness of the epidermis",
  epidermis_change: "Gain of the epidermis",
  dermis: "Thickness of the dermis",
  dermis_change: "Gain of the dermis",
  density: "Collagen over untreated",
  reticulin: "Young collagen over untreated",
  echo_density: "Echo density over untreated",
  laxity: "Elasticity over untreated",
  making: "Most making of collagen over untreated",
  making_at_horizon: "Making of collagen at the horizon",
  turnover: "Fastest renewal of the epidermis",
  turnover_at_horizon: "Renewal of the epidermis at the horizon",
  wrinkle: "Wrinkle depth left",
  wrinkle_rated: "Wrinkle depth left, as rated",
  wrinkle_better: "Wrinkles a grade better",
  wrinkle_better_rated: "Wrinkles a grade better, as rated",
  texture: "Roughness left",
  acne_scar: "Acne scar score left",
  acne_scar_rated: "Acne scar score left, as rated",
  acne_scar_better: "Acne scars a grade better",
  acne_scar_better_rated: "Acne scars a grade better, as rated",
  acne_scar_two_better: "Acne scars two grades better",
  acne_scar_two_better_rated: "Acne scars two grades better, as rated",
  acne_scar_rolling: "Rolling scars: depth left",
  acne_scar_boxcar: "Boxcar scars: depth left",
  acne_scar_ice_pick: "Ice-pick scars: depth left",
  scar: "Sunken scar: depth left",
  scar_rated: "Sunken scar: depth left, as rated",
  striae: "Striae score left",
  striae_rated: "Striae score left, as rated",
  striae_better: "Striae a grade better",
  striae_better_rated: "Striae a grade better, as rated",
  age_spot: "Age spot: pigment left",
  age_spot_least: "Age spot at its faintest",
  pigment: "Risk of dark spots",
  pigment_peak: "Dark spots darkest after",
  new_scar: "Holes that leave a scar",
  killed_width: "Widest spot of killed tissue",
  cellulite: "Dimpling left",
  rater: "Improvement that raters add",
};

/** Curves, their units where the number alone has none, and whether they are shown in percent. */
interface CurveWords {
  title: string;
  unit?: string;
  percent?: boolean;
  /** From 0 to all there is. */
  whole?: boolean;
}

const of_first = "% of its first value";
const of_untreated = "% of untreated skin";

export const course_curves: Record<string, CurveWords> = {
  barrier: { title: "Leak through the holes", unit: of_first, percent: true, whole: true },
  pore: { title: "Radius of the visible hole", unit: of_first, percent: true, whole: true },
  collagen_papillary: { title: "Papillary dermis", unit: "% over untreated skin" },
  collagen_dermis: { title: "Whole dermis", unit: "% over untreated skin" },
  new_collagen_three: { title: "New collagen III, young", unit: of_untreated },
  new_collagen_one: { title: "New collagen I, ripe", unit: of_untreated },
  old_collagen: { title: "Old collagen that is left", unit: of_untreated },
  neutrophils: { title: "Neutrophils", unit: "1 = the most that wounds call" },
  macrophages_early: { title: "Macrophages that clear", unit: "1 = the most" },
  macrophages_late: { title: "Macrophages that repair", unit: "1 = the most" },
  myofibroblasts: { title: "Myofibroblasts", unit: "over the fibroblasts of untreated skin" },
  tgf_beta_course: { title: "Active growth factor (TGF-β)", unit: "1 = half of what cells answer to" },
  redness_course: { title: "Redness", unit: "grade, 0 to 4" },
  red_dots_course: { title: "Red dots" },
  barrier_course: { title: "Water that the skin loses" },
  crust_course: { title: "Crusts", unit: "% of the surface", percent: true },
  reepithelialised_course: { title: "Holes under new skin", unit: "%", percent: true, whole: true },
  epidermis_course: { title: "Epidermis, thickness" },
  dermis_course: { title: "Dermis, thickness" },
  density_course: { title: "Collagen, papillary dermis", unit: of_untreated, percent: true },
  reticulin_course: { title: "Young collagen", unit: of_untreated, percent: true },
  echo_density_course: { title: "Echo density of the dermis", unit: of_untreated, percent: true },
  laxity_course: { title: "Elasticity", unit: of_untreated, percent: true },
  making_course: { title: "Making of collagen", unit: "1 = young untreated skin" },
  turnover_course: { title: "Renewal of the epidermis", unit: of_untreated, percent: true },
  wrinkle_course: { title: "Wrinkle depth", unit: of_first, percent: true },
  texture_course: { title: "Roughness", unit: of_first, percent: true },
  acne_scar_course: { title: "Score of mixed acne scars", unit: of_first, percent: true },
  scar_course: { title: "Depth of a sunken scar", unit: of_first, percent: true },
  striae_course: { title: "Score of striae", unit: of_first, percent: true },
  cellulite_course: { title: "Dimpling", unit: of_first, percent: true },
  age_spot_course: { title: "Pigment of an age spot", unit: of_first, percent: true },
  pigment_course: { title: "Pigment after inflammation", unit: "1 = half of people with dark skin get spots" },
  pigment_risk_course: { title: "Risk that dark spots are there", unit: "%", percent: true },
};

export const course_sets: Record<string, string> = {
  collagen_course: "Collagen over the course",
  collagen_types: "Collagen by kind",
  cells_course: "Cells that come and go",
  growth_factor_course: "Growth factor",
  skin_course: "The first weeks",
  layers_course: "The layers",
  endpoints_relief: "Relief and spots",
  pigment_courses: "Pigment after the inflammation",
  endpoints_redness: "Redness",
  endpoints_red_dots: "Red dots",
  endpoints_barrier: "Water that the skin loses",
  endpoints_crust: "Crusts",
  endpoints_reepithelialised: "Holes under new skin",
  endpoints_epidermis: "Thickness of the epidermis",
  endpoints_dermis: "Thickness of the dermis",
  endpoints_density: "Density",
  endpoints_laxity: "Elasticity",
  endpoints_making: "Making and renewal",
  endpoints_age_spot: "Age spot",
  endpoints_pigment: "Pigment after the inflammation",
  endpoints_pigment_risk: "Risk that dark spots are there",
};

/** Sets over the same times that are drawn as one figure. */
export const drawn_with: Record<string, string> = {
  growth_factor_course: "cells_course",
  endpoints_redness: "skin_course",
  endpoints_red_dots: "skin_course",
  endpoints_barrier: "skin_course",
  endpoints_crust: "skin_course",
  endpoints_reepithelialised: "skin_course",
  endpoints_epidermis: "layers_course",
  endpoints_dermis: "layers_course",
  endpoints_density: "layers_course",
  endpoints_laxity: "layers_course",
  endpoints_making: "layers_course",
  endpoints_age_spot: "endpoints_relief",
  endpoints_pigment: "pigment_courses",
  endpoints_pigment_risk: "pigment_courses",
};

/** How an endpoint's first figure is told. */
export type Telling = "ratio" | "change" | "share" | "amount";

const endpoint_words: Record<string, { title: string; number: string; telling: Telling; what: string; unit?: string }> = {
  wrinkle: { title: "Wrinkles", number: "wrinkle", telling: "ratio", what: "wrinkle depth" },
  acne_scar: { title: "Acne scars", number: "acne_scar", telling: "ratio", what: "score of mixed acne scars" },
  scar: { title: "Sunken scars", number: "scar", telling: "ratio", what: "depth of the scar" },
  striae: { title: "Striae", number: "striae", telling: "ratio", what: "score of striae" },
  age_spot: { title: "Age spots", number: "age_spot", telling: "ratio", what: "pigment of the spot" },
  laxity: { title: "Laxity", number: "laxity", telling: "ratio", what: "elasticity (Cutometer)" },
  cellulite: { title: "Cellulite", number: "cellulite", telling: "ratio", what: "dimpling, from a thicker dermis alone" },
  texture: { title: "Texture", number: "texture", telling: "ratio", what: "roughness" },
  density: { title: "Density", number: "density", telling: "ratio", what: "collagen of the papillary dermis" },
  epidermis: { title: "Epidermis", number: "epidermis_change", telling: "change", what: "thickness" },
  dermis: { title: "Dermis", number: "dermis_change", telling: "change", what: "thickness" },
  making: { title: "Making of collagen", number: "making", telling: "amount", what: "times that of young untreated skin, at its most" },
  turnover: { title: "Renewal of the epidermis", number: "turnover", telling: "ratio", what: "renewal, at its fastest" },
  redness: { title: "Redness", number: "redness", telling: "amount", what: "seen after the last session" },
  red_dots: { title: "Red dots", number: "red_dots", telling: "amount", what: "at their most" },
  barrier: { title: "Barrier", number: "barrier", telling: "amount", what: "water that the skin loses, at its most" },
  crust: { title: "Crusts", number: "crust", telling: "amount", what: "seen after the last session" },
  reepithelialised: { title: "New skin over the holes", number: "reepithelialised", telling: "amount", what: "until every hole is covered" },
  discomfort: { title: "Discomfort", number: "discomfort", telling: "amount", what: "of 10, in the session that hurts most" },
  downtime: { title: "Downtime", number: "downtime", telling: "amount", what: "redness, red dots or crusts are seen" },
  pigment: { title: "Dark spots", number: "pigment", telling: "share", what: "risk of dark spots after the inflammation" },
  new_scar: { title: "New scars", number: "new_scar", telling: "share", what: "of the holes leave a scar" },
  rater: { title: "What raters add", number: "rater", telling: "share", what: "improvement that is seen whatever was done" },
};

const plain_name = (name: string): string => name.replace(/_/g, " ").replace(/^./, (first) => first.toUpperCase());

/** "Rises with technique.force (force of the hand); falls with ...": what an interval comes from most. */
export function drivers(all: Driver[]): string {
  const low = (meaning: string): string => meaning.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());
  const told = (verb: string, sign: number): string => {
    const own = all.filter(({ correlation }) => Math.sign(correlation) === sign).map(({ key, meaning }) => `${key} (${low(meaning)})`);
    return own.length > 0 ? `${verb} with ${own.join(" and ")}` : "";
  };
  const text = [told("rises", 1), told("falls", -1)].filter(Boolean).join("; ");
  return text === "" ? "" : `${text.replace(/^./, (first) => first.toUpperCase())}.`;
}

export const outlook = {
  heading: "What will be seen",
  lead: (phototype: string, percent: string) =>
    `After the last session. Strips are schematic, no likeness: 2 cm of skin of phototype ${phototype} with its redness, red dots, crusts and dark spots; ` +
    `left at the low end of the ${percent} % interval, in the middle at the median, right at the high end.`,
  time: (days: number) => {
    const hours = Math.round(days * 24);
    if (days < 1) return `${hours} ${plural(hours, "hour", "hours")}`;
    return days < 60 ? `Day ${Math.round(days)}` : `${Math.round((days * 12) / 365)} months`;
  },
  row: (name: string) => lookup({
    redness: "Redness", red_dots: "Red dots", crust: "Crusts", reepithelialised: "Holes", pigment: "Dark spots", collagen: "Collagen",
  }, name),
  sight: (name: string) => lookup({ no: "not seen", maybe: "may be seen", likely: "likely seen", yes: "seen" }, name),
  grade: (grade: number) => ["faint", "slight", "moderate", "strong", "very strong"][Math.round(grade)] ?? "",
  up_to: (most: string) => `up to ${most}`,
  covered: { open: "open", closed: "closed", partly: "closed" },
  none: "none",
  risk: "risk",
  downtime: (days: string) => `Downtime ${days}: so long redness, red dots or crusts are seen.`,
  marks: "Not seen: in none or few of the computed variants; may be seen: in some; likely: in most; seen: in all or nearly all.",
  not_stated: "Not stated here",
};

export const cards = {
  heading: "Against untreated skin",
  lead: "At the horizon of the course where nothing else is said; low and high end of the interval beside.",
  asked: "What the study asks for",
  after: "After a session",
  skin: "The skin itself",
  others: (n: number) => `Show ${n} more that the study does not ask for`,
  after_session: ["redness", "red_dots", "crust", "reepithelialised", "barrier", "discomfort", "downtime", "pigment", "new_scar"],
  of_skin: ["density", "epidermis", "dermis", "laxity", "texture", "making", "turnover"],
  of: (name: string) => endpoint_words[name] ?? { title: plain_name(name), number: name, telling: "amount" as Telling, what: "" },
  better: (share: string, rated: string) => `At least one grade better: ${share} of people${rated ? `; as raters would tell it ${rated}` : ""}.`,
  days: (value: string) => (value === "1" || value === "1.0" ? "day" : "days"),
  scale: (end: number) => [`−${end} %`, "untreated", `+${end} %`],
  assumed: "assumed map",
  set_by: (trial: string) => `Set by: ${trial}.`,
  blind: (what: string) => `Does not see: ${what}.`,
};

export const places = {
  title: "Where it works, place by place",
  reading: "What the run with every input at its median comes to in each place of the treated window: gaps, tracks and overlap show.",
  caption: "One pale or dark place is chance; streaks and blanks are the hand's. What the whole window shares, such as the flush, is in all places alike.",
  blank: "Left blank: no hole is near.",
  alt: (what: string[]) => `Maps of the treated window, coloured by ${join(what)}.`,
  quantity: (name: string) => lookup({
    gain: "Gain of collagen, papillary dermis", redness: "Redness a day after the last session", pigment: "Risk of dark spots", new_scar: "Holes that leave a scar",
  }, name),
  unit: (name: string) => (name === "redness" ? "grade, 0 to 4" : "%"),
  sentence: (low: string, middle: string, high: string, unit: string) => `Half of the places have ${middle}${unit} or more; one in ten under ${low}${unit}, one in ten over ${high}${unit}.`,
  even: (value: string, unit: string) => `${value}${unit} in every place.`,
  columns: ["Quantity", "1 of 10 places below", "Middle place", "1 of 10 above"],
};

export const course = {
  sessions: (n: number) => `Dashed: ${plural(n, "the session", `the ${n} sessions`)}.`,
  published: (gain: string, after: string, sessions: string, interval: string, source: string) =>
    `Ring with line: published, ${gain} ${after} after ${sessions} sessions ${interval} apart (${source}); another course than this one, for measure.`,
  root: "The time axis is stretched at its start (root scale).",
  after_last: "since the last session",
  after_first: "since the first session",
};
