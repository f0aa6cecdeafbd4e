/** What gets in. */
import { join, lookup } from "./grammar";

const actives: Record<string, string> = {
  "aminolevulinic-acid": "5-aminolevulinic acid", "ascorbic-acid": "ascorbic acid (vitamin C)", copper: "copper ions",
  "dextran-4": "dextran, 4.4 kDa", "dextran-70": "dextran, 70 kDa", "dextran-500": "dextran, 500 kDa", "dextran-2000": "dextran, 2000 kDa",
  "ghk-cu": "GHK-Cu", "hyaluronate-5": "hyaluronate, 5 kDa", "hyaluronate-50": "hyaluronate, 50 kDa",
  "hyaluronate-300": "hyaluronate, 300 kDa", "hyaluronate-1000": "hyaluronate, 1000 kDa", "rhodamine-b": "rhodamine B",
};

const places: Record<string, string> = {
  surface: "on the skin", channels: "in holes", stratum_corneum: "stratum corneum", viable_epidermis: "viable epidermis", epidermis: "epidermis",
  papillary_dermis: "papillary dermis", reticular_dermis: "reticular dermis", dermis: "dermis", fat: "fat",
  blood: "blood and lymph", converted: "converted", washed: "washed or wiped off",
  needles: "in or on needles", below: "below the dermis",
};

const numbers: Record<string, string> = {
  dose: "put on in a day", uptake: "past the stratum corneum, 24 h", intact_uptake: "the same without holes",
  enhancement: "times skin without holes, 24 h", enhancement_1h: "times skin without holes, 1 h", flux: "steepest rise",
  lag: "lag of that rise", dermal_exposure: "free in the dermis, summed up over 24 h",
};

const raised = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());
const name_of = (active: string): string => lookup(actives, active);
const place_of = (place: string): string => lookup(places, place);

/** "retinol.amount.blood" and the like: told by place, in a section of its own. */
export const is_uptake_amount = (name: string): boolean => /\.amount\.[a-z_]+$/.test(name);

/** "Retinol: past the stratum corneum, 24 h". */
export function uptake_result(name: string): string {
  const [active, ...rest] = name.split(".");
  const what = rest[0] === "amount" ? `${place_of(rest[1] ?? "")}, 24 h` : lookup(numbers, rest.join("."));
  return what === "" ? lookup(numbers, name) : `${raised(name_of(active ?? ""))}: ${what}`;
}

const set_of = (name: string): { kind: string; active: string } | null => {
  const [, kind, active] = /^(uptake|layers)_(.+)$/.exec(name) ?? [];
  return kind === undefined || active === undefined || name === "layers_course" ? null : { kind, active };
};

export const is_uptake_set = (name: string): boolean => set_of(name) !== null;

/** Undefined for any other set of curves. */
export function uptake_heading(name: string): string | undefined {
  const set = set_of(name);
  if (set === null) return undefined;
  return set.kind === "uptake" ? `${raised(name_of(set.active))} past the stratum corneum` : `Where the ${name_of(set.active)} is`;
}

export function uptake_curve(name: string): string | undefined {
  const place = /\.(?:intact_)?course\.(.+)$/.exec(name)?.[1];
  if (place !== undefined) return raised(place_of(place));
  if (name.endsWith(".intact_uptake_course")) return "Without holes";
  return name.endsWith(".uptake_course") ? "With holes" : undefined;
}

export const uptake = {
  heading: "What gets in",
  name: name_of,
  title: (active: string) => raised(name_of(active)),
  place: place_of,
  raised,
  raised_place: (place: string) => raised(place_of(place)),

  product: (title: string) => `Put on: ${title}.`,
  assumptions: "What is assumed of it",
  is_assumption: (sentence: string) => sentence.startsWith("Assumed"),

  lead: (window: string) =>
    `The same product on the same skin, with the holes of the needles and without a hole. Amounts are per cm²${window ? ` of the treated window of ${window}` : ""}; ` +
    "past the stratum corneum counts what is in the living layers, what blood and lymph have taken and what became of either, and leaves out what lies in a hole.",
  unknown: "Nothing is said of what gets in: that takes a product that states how much it holds, and how much of it is put on.",
  other_actives: (n: number) => `Show ${n} more of its actives`,

  in_short_title: "What gets in.",
  in_short: (active: string, share: string, times: string) =>
    `${share} of the ${active} put on is past the stratum corneum after 24 h${times ? `, ${times} as much as through skin without holes` : ""}.`,
  in_short_made: (active: string, amount: string, times: string) =>
    `${raised(active)} is none of what is put on; ${amount} of it, made in the skin, is past the stratum corneum after 24 h${times ? `, ${times} as much as without holes` : ""}.`,
  more: (n: number) => (n > 0 ? `${n} more below.` : ""),
  to_section: "What gets in, in full",
  times: (amount: string, range: string) => `${amount} times${range ? ` (${range})` : ""}`,

  sentence: (active: string, dose: string, amount: string, share: string) =>
    `Of ${dose} of ${active} put on in a day, ${amount} is past the stratum corneum after 24 h: ${share} of the dose.`,
  sentence_made: (active: string, amount: string) =>
    `No ${active} is put on: it comes from another active. ${amount} of it is past the stratum corneum after 24 h.`,
  sentence_none: (active: string) => `No ${active} is there: none is put on, and none is made of anything else.`,
  against: (times: string, intact: string) => `That is ${times} as much as through the same skin without a hole (${intact}).`,
  hour: (times: string) => `In the first hour it is ${times} as much.`,
  decades: (low: string, high: string) =>
    `How many times is hardly known: the interval reaches from ${low} to ${high}. Read the direction, not the figure.`,
  may_be_none: "At its low end the holes bring next to nothing more.",
  less: "At its low end the holes bring less: what washes out of open skin is gone sooner.",
  no_factor: "How many times as much cannot be told: through skin without a hole none gets in.",

  panels: {
    share: "How much of it gets in", of_dose: "of the dose, after 24 h", amount: "past the stratum corneum, after 24 h",
    share_scale: ["none", "all that is put on"], without: (share: string) => `Without holes: ${share}.`,
    times: "How much more than without holes", as_much: "times as much, after 24 h", undefined: "not defined",
    where: "Where it is after 24 h", where_gloss: "Share of the dose, in the run with every input at its median",
    made_gloss: "Share of what was made, in the run with every input at its median",
  },
  times_scale: (from: string, to: string) => [`${from} ×`, `${to} ×`],

  table: {
    caption: (unit: string) => `Amounts by place, ${unit}`,
    place: "Place", at: (hours: number) => `${hours} h`, without: (hours: number) => `${hours} h, no holes`,
    sum: "past the stratum corneum", note: "Median, and below it the interval. Medians of places do not add up; those of one run do, in the flow below.",
  },

  with_holes: "with holes",
  without_holes: "without holes",

  courses: {
    reading: (with_holes: string, without: string) => `After 24 h ${with_holes} with holes, ${without} without.`,
    caption: (percent: string) =>
      `Lines: medians; bands: ${percent} % interval at each point. Each line of the grid is ten times the one below; what is less than the lowest lies on it. The time axis is stretched at its start (root scale).`,
    alt: (active: string) => `Two curves of ${active} past the stratum corneum against time, one for skin with holes and one without, with their bands.`,
    axis: (unit: string) => `time since the product was first put on (${unit})`,
  },
  layers: {
    reading: (first: string, then: string) =>
      first === then ? `Through the first day most of it is ${first}.` : `After an hour most of it is ${first}, after a day ${then}.`,
    at: (place: string) => lookup({
      surface: "on the skin", channels: "in the holes", blood: "in blood and lymph", converted: "converted into something else", washed: "washed or wiped off",
      needles: "in or on needles", below: "injected below the dermis",
    }, place).replace(/^(stratum|viable|papillary|reticular|epidermis|dermis|fat)/, "in the $1"),
    alt: (active: string, all: string[]) => `Curves of the amount of ${active} ${join(all)}, each with and without holes.`,
    absent: (all: string[]) => `Nothing at any time: ${join(all)}.`,
  },
  flow: {
    title: (active: string) => `Where the ${active} goes in a day`,
    reading: (dose: string, stays: string, gone: string, needles: string, entered: string) =>
      needles ? `Of ${dose} that the needles held, ${needles} is still in them or came off with them and ${entered} went in.`
        : `Of ${dose}, ${stays} still lies on the skin after 24 h${gone ? `, ${gone} was washed or wiped off` : ""} and ${entered} went in.`,
    reading_injected: (dose: string, below: string, taken: string) =>
      `Of ${dose} that was injected, ${taken} is in blood and lymph after 24 h${below ? ` and ${below} lies below the dermis` : ""}.`,
    put_on: "Put on", injected: "Injected", in_needles: "In needles", made: "Made in the skin", on_skin: "On the skin", washed: "Washed off",
    on_needles: "Still in needles", went_in: "Went in",
    larger: (times: string) => `drawn ${times} times as wide`,
    caption: "One run with every input at its median: its amounts add up, so that widths are to scale. What went in is drawn below over the whole width.",
    none: "nothing",
    alt: (parts: string[]) => `Bands to scale from what was put on to where it is after 24 h: ${parts.join("; ")}.`,
    columns: (unit: string) => ["Place", `With holes, ${unit}`, "Share", `Without holes, ${unit}`],
  },
  map: {
    title: (active: string) => `Where the ${name_of(active)} got in`,
    reading: (low: string, middle: string, high: string) =>
      `After 24 h half of the window has taken up ${middle} or more; one place in ten has under ${low}, one in ten over ${high}.`,
    mean: (amount: string) => `That is the run with every input at its median; over the variants the window’s mean is ${amount}.`,
    key: (unit: string) => `past the stratum corneum after 24 h, ${unit}`,
    caption: "Dashed: the treated window. A place takes up what the holes nearest to it let in, so that tracks and gaps show; holes are told apart by depth, width and the room that each has, in at most a dozen kinds.",
    alt: (active: string, low: string, high: string) => `Map of the treated window, coloured by how much ${name_of(active)} got in: from under ${low} in one place of ten to over ${high} in another.`,
    columns: (unit: string) => [`1 of 10 places below, ${unit}`, `Middle place, ${unit}`, `1 of 10 above, ${unit}`],
  },
  cut: {
    title: (active: string) => `The skin in section, coloured by ${active}`,
    reading: (depth: string) => `Layers to scale down to ${depth}. Move the slider from the first minute to a day.`,
    time: "Time since the product was put on",
    after: (time: string) => `After ${time}`,
    minutes: (n: string) => `${n} min`, hours: (n: string) => `${n} h`,
    key: (unit: string) => `Amount over the layer’s thickness, ${unit}; each step is ten times the last`,
    told: (time: string, with_holes: string, without: string) =>
      `${time}: past the stratum corneum ${with_holes} with holes, ${without} without.`,
    hole: (width: string, depth: string, density: string) =>
      `Holes are drawn at their mean width (${width}), depth (${depth}) and spacing (${density}), narrowing as the hole that is to be seen does.`,
    no_hole: "No hole stays in that run.",
    caption: "One run with every input at its median. Each layer has one mean concentration: that it is higher near a hole is not drawn, and the film on top is not to scale.",
    alt: (active: string, layers: string) => `Two sections through the skin, with and without holes: ${layers}, coloured by the concentration of ${active}.`,
  },
};
