/** The page of several runs. */
import { count, join, lookup, plural } from "./grammar";

export const compare = {
  report: "Comparison",
  title: "Runs side by side",
  heading: (n: number) => `${count(n).replace(/^./, (first) => first.toUpperCase())} runs side by side`,
  no_difference: "The studies do not differ: same inputs, same seed.",
  difference: (told: string[], rest: number) => {
    const others = rest > 0 ? `${rest} ${plural(rest, "further input", "further inputs")}` : "";
    return `The studies differ in ${join([...told, others].filter(Boolean))}.`;
  },
  only_title: "The studies differ in their title only.",
  differs: (what: string, values: string[]) => `${what} (${values.map((one) => one || "none").join(" | ")})`,
  input: (key: string) => lookup({
    "device.name": "device", "device.needle.length": "needle length", "site.name": "site", "site.area": "area",
    "technique.force": "force", "technique.passes": "passes", "technique.directions": "directions", "technique.skill": "skill",
    "person.age": "age", "person.sex": "sex", "person.phototype": "phototype", seed: "seed", "ensemble.members": "members",
  }, key),
  years: (given: string) => given.replace(/(\d)\sy(ea)?r$/, "$1\u00a0years").replace(/(\d)\sdeg$/, "$1°"),
  to_differences: "see all differences",
  runs: "The runs",
  own_page: (letter: string) => `The report of run ${letter} alone`,
  on_one_scale: "In short, on one scale",
  question: (key: string) => lookup({ deep: "How deep they go", even: "How evenly they cover", open: "How long the holes stay open" }, key),
  further: "Further quantities, on one scale",
  one_scale: (percent: string) =>
    `Dot: median; bar: ${percent} % interval over the computed variants of that run. Each quantity has one scale for all runs. Bars that overlap do not prove two runs alike, ` +
    "and the runs share their uncertain inputs: a difference can be surer than the bars suggest.",
  absent: "not computed",
  maps: {
    title: "Where the needles land, at one scale",
    reading: "Every map has the same millimetres and the same colours of depth.",
    caption: (share: string) =>
      `${share === "100" ? "All strikes are drawn" : `${share} % of each run’s strikes are drawn, thinned evenly, so that dots tell of density alike`}. One run with every input at its median, first session.`,
    alt: (runs: string) => `Maps of the needle strikes of ${runs}, coloured by depth.`,
  },
  density: {
    title: "How evenly they cover the skin, at one scale",
    reading: "Strikes per area in tiles, with one key for all; the largest gaps are circled.",
    caption: "Plain counts, nothing smoothed.",
    alt: (runs: string) => `Maps of strikes per area of ${runs}.`,
    columns: ["Run", "Strikes per cm²", "Tiles under half the mean", "By chance alone", "Largest gap, across"],
  },
  depths: {
    title: "How deep they go, on one axis",
    reading: "Share of each run’s strikes that end at each depth, in the skin of that run.",
    caption: "Bars: mean of the variants, as a share of all strikes of that run; upright line with a dot: mean depth in place with its interval. Bands: the layers of the skin.",
    alt: (runs: string) => `Histograms of depth of ${runs}, surface on top.`,
    axis: (slice: string) => `% of strikes in each ${slice} mm`,
    depth: "depth below the surface (mm)",
    columns: ["Run", "Mean depth in place", "Strikes that pierce"],
  },
  curves: {
    reading: (names: string[]) =>
      `${join(names.map((one, at) => (at === 0 ? one : one.charAt(0).toLowerCase() + one.slice(1))))}: one line for each run, with its band.`,
    alt: (names: string, runs: string) => `Curves of ${names} for ${runs}.`,
  },
  differences: "What differs",
  chosen: (n: number) => `${n} ${plural(n, "input was", "inputs were")} set differently; names of devices and sites stand for what comes with them.`,
  defaults: (n: number) => `Show the ${n} ${plural(n, "default", "defaults")} that differ with them`,
  key: "Input",
  none: "–",
  all_quantities: "All quantities",
  quantity: "Quantity",
  run: (letter: string) => `Run ${letter}`,
  files: "The same as a table: compare.csv, beside this page, which also holds how much of each active is where. Each run’s own page has its inputs and sources.",
  skip: "Skip to the comparison",
};
