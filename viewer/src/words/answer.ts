/** The first screen of a run's page. */
import { count, lookup, plural } from "./grammar";
import { device_kinds, settings } from "./names";

/** "cheek"; a title that says where, "Under the eye", is of the skin there. */
const place = (site: string): string => (/^under /i.test(site) ? `skin ${site.toLowerCase()}` : site.toLowerCase() || "skin");

export const done = {
  device: (kind: string, needles: string, length: string, setting: string) => {
    const what = [settings[setting] ?? "", lookup(device_kinds, kind) || "device"].filter(Boolean).join(" ");
    const article = /^[aeiou]/i.test(what) ? "An" : "A";
    const with_needles = [needles && `${needles} needles`, length && `of ${length}`].filter(Boolean).join(" ");
    return with_needles ? `${article} ${what} with ${with_needles}` : `${article} ${what}`;
  },
  site: (area: string, site: string) => (area ? `on ${area} of the ${place(site)}` : `on the ${place(site)}`),
  person: (age: string, sex: string, phototype: string) => {
    const who = sex === "female" ? "woman" : sex === "male" ? "man" : "person";
    const aged = age ? ` aged ${age}` : "";
    return `of a virtual ${who}${aged}${phototype ? `, phototype ${phototype}` : ""}`;
  },
  bench: (kind: string, what: string, skin: string) =>
    `Bench test. ${what}: ${lookup({ "insertion-test": "driven into", closure: "holes left to close in" }, kind)} ${skin.toLowerCase()}.`,
  sessions: (n: number) => `${count(n)} ${plural(n, "session", "sessions")}`,
  sentence: (device: string, site: string, person: string, sessions: string) =>
    `${device}, used ${site} ${person}; ${sessions}.`,
};

export const lands = {
  title: "Where the needles land",
  unit: "needle strikes per\u00a0cm²",
  distinct: (amount: string) => `They leave ${amount} distinct holes per\u00a0cm².`,
  evenness: "Evenness",
  dose: (amount: string) => `The local dose varies by ${amount} from place to place, in squares of 2\u00a0mm.`,
  time: (amount: string) => `The session takes ${amount}.`,
  scale: ["streaks", "chance", "even"] as [string, string, string],
  less_even: "Less even than chance: the tracks show.",
  more_even: "More even than chance.",
  as_chance: "Not to be told from chance.",
};

export const deep = {
  title: "How deep they go",
  unit: "mean depth in place",
  scale: (length: string) => ["skin surface", `needle length, ${length}`] as [string, string],
  pierced: (share: string) => `${share} of the strikes pierce the skin.`,
  some: (percent: string, is_none: boolean) => (is_none ? "none" : `${percent}\u00a0%`),
  none_pierces: "No needle pierces the skin.",
  none_at_median: (most: string) =>
    `In the median variant no needle pierces the skin; the interval reaches from none to ${most} of the strikes.`,
  unsure: (least: string, most: string, median: string) =>
    `Somewhere between ${least} and ${most} of the strikes pierce the skin; ${median} in the median variant.`,
  unpierced: "A strike that does not pierce counts as depth 0.",
  force: (force: string) => `Mean force on a needle, over all strikes: ${force}.`,
  needle: (length: string) => `The needles are ${length} long.`,
};

export const reaches = {
  title: "What they reach",
  subtitle: "Share of strikes that pass into each layer",
  median: (share: string) => `median ${share}`,
};

export const closes = {
  title: "How long they stay open.",
  barrier: (time: string) => `The barrier counts as whole again after ${time}.`,
  pore: (time: string) => `A hole is to be seen for ${time}.`,
  often_none: "In half of the variants or more no hole stays.",
  at_most: (barrier: string, pore: string) => {
    const parts = [barrier && `the barrier counts as whole again after ${barrier}`, pore && `a hole is to be seen for ${pore}`].filter(Boolean);
    return parts.length > 0 ? `At the upper end of the interval ${parts.join(" and ")}.` : "";
  },
  none_in: (runs: string) => `${runs}: in half of the variants or more no hole stays. It counts as 0 wide and closed at once; variants in which no needle pierces are left out.`,
  hole: (width: string, depth: string) => `Left behind: a hole ${width} wide and ${depth} deep.`,
};

export const comes = {
  title: "What comes of it.",
  signs: (time: string) => `Signs are seen for ${time}.`,
  collagen: (gain: string) => `Collagen is ${gain} over untreated skin at the horizon.`,
};

export const interval = {
  sentence: (percent: string, members: string, has_spans: boolean) =>
    `Large figures are medians${has_spans ? ", or the range itself where it spans more than half of all strikes" : ""}. ` +
    `The range ${has_spans ? "" : "beside each "}is an ${percent} % interval: ${percent} of 100 computed variants of ` +
    `this same person and treatment fall inside it, when every uncertain input is drawn from the spread ` +
    "given for it: published where there is a figure, assumed and marked so where there is none" +
    (members ? ` (${members} variants). ` : ". ") +
    "It says how well the inputs are known, not how much people differ.",
  heading: "How to read the numbers",
};
