// Writes test/fixture.json: a made-up run of realistic size and shape. Same bytes every time.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A small deterministic generator (mulberry32), so that the fixture never changes by itself. */
export function stream(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value, digits = 3) => Number(value.toFixed(digits));
const normal = (next) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

const outline = [
  [6, 12], [14, 5], [26, 2], [40, 4], [52, 10], [60, 20], [63, 32], [61, 45], [54, 56], [43, 63], [30, 66], [17, 63], [8, 54],
  [3, 42], [2, 28],
];
const window = [[19, 18], [50.6, 18], [50.6, 49.6], [19, 49.6]];

/** Four tracks of rows, each at its own angle and a little off, as a hand rolls. */
function punctures(wanted, next) {
  const x = [], y = [], depth = [], reentry = [];
  while (x.length < wanted) {
    const angle = (Math.floor(next() * 4) * Math.PI) / 4;
    const along = (next() - 0.5) * 46;
    const across = (Math.round(next() * 14) - 7) * 2.6 + normal(next) * 0.55;
    const px = 34.8 + along * Math.cos(angle) - across * Math.sin(angle);
    const py = 33.8 + along * Math.sin(angle) + across * Math.cos(angle);
    if (px < 18 || px > 51.6 || py < 17 || py > 50.6) continue;
    x.push(round(px));
    y.push(round(py));
    reentry.push(next() < 0.06 ? 1 : 0);
    depth.push(next() < 0.03 ? 0 : round(Math.min(1.32, Math.max(0.12, 0.79 + 0.17 * normal(next)))));
  }
  return { x, y, depth, reentry };
}

function histogram() {
  const edges = Array.from({ length: 31 }, (_, at) => round(at * 0.05, 2));
  const shape = (z, mean, spread) => Math.exp(-0.5 * ((z - mean) / spread) ** 2);
  const at = edges.slice(0, -1).map((edge) => edge + 0.025);
  const tidy = (value) => (value < 0.05 ? 0 : round(value, 2));
  return {
    unit: "mm", count_unit: "1/cm2", edges,
    value: at.map((z) => tidy(23 * shape(z, 0.79, 0.17))),
    low: at.map((z) => tidy(9 * shape(z, 0.79, 0.13))),
    high: at.map((z) => tidy(34 * shape(z, 0.79, 0.25))),
    not_pierced_share: { value: 0.031, low: 0.004, high: 0.12 },
    layers: [
      layer("stratum_corneum", [0, 0, 0], [0.017, 0.012, 0.023]),
      layer("viable_epidermis", [0.017, 0.012, 0.023], [0.082, 0.061, 0.108]),
      layer("papillary_dermis", [0.082, 0.061, 0.108], [0.29, 0.21, 0.41]),
      layer("reticular_dermis", [0.29, 0.21, 0.41], [1.38, 1.12, 1.66]),
      layer("fat", [1.38, 1.12, 1.66], [6.4, 4.1, 9.8]),
    ],
  };
}

/** Words of all four kinds. */
const limits = [
  { quantity: "device.reach", meaning: "How far the needles can reach", verdict: "near", value: 1.5, low: 1.45, high: 1.55, at_most: 1.5, distance: 0,
    unit: "mm", where: "cheek, in a clinic", reason: "The safety of deeper settings on face and neck was never evaluated", source: "SkinPenGuide", words: "" },
  { quantity: "coverage.density", meaning: "Needle strikes per area of the treated window", verdict: "no published limit", value: 205, low: 190, high: 221,
    unit: "1/cm2", where: "", reason: "", source: "", words: "" },
];

const interval = ([value, low, high]) => ({ value, low, high });
const layer = (name, top, bottom) => ({ name, top: interval(top), bottom: interval(bottom) });

const results = [
  ["coverage", "session_time", "Time that the hand needs for the session", "min", 3.4, 1.9, 6.1],
  ["coverage", "density", "Needle strikes per area of the window", "1/cm2", 205, 190, 221],
  ["coverage", "distinct_density", "Holes per area, a re-entered hole counted once", "1/cm2", 192, 178, 206],
  ["coverage", "nearest_neighbour", "Mean distance from a hole to the nearest other", "mm", 0.338, 0.315, 0.362],
  ["coverage", "nearest_neighbour_index", "That distance over the mean of as many holes set at random", "1", 1.06, 0.98, 1.15],
  ["coverage", "dispersion_2mm", "Variance over mean of counts in 2 mm squares", "1", 1.42, 1.18, 1.79],
  ["coverage", "evenness", "1 / (1 + dispersion); 0.5 is as even as chance", "1", 0.413, 0.358, 0.459],
  ["coverage", "unevenness_2mm", "(dispersion - 1) / mean number in 2 mm squares", "1", 0.055, 0.023, 0.103],
  ["coverage", "dose_variation_2mm", "Standard deviation over mean of the dose in 2 mm squares", "1", 0.43, 0.38, 0.5],
  ["coverage", "reentry_share", "Share of strikes that fall into an earlier hole", "1", 0.061, 0.048, 0.079],
  ["insertion", "depth_in_place", "Mean depth of the needles that pierce, while in the skin", "mm", 0.78, 0.61, 0.97],
  ["insertion", "pierced_share", "Share of strikes that pierce the stratum corneum", "1", 0.969, 0.88, 0.996],
  ["insertion", "force_per_needle", "Mean force on a needle at its deepest", "N", 0.084, 0.061, 0.118],
  ["insertion", "reach_epidermis", "Share of strikes that pass into the viable epidermis", "1", 0.969, 0.88, 0.996],
  ["insertion", "reach_dermis", "Share of strikes that pass into the dermis", "1", 0.962, 0.861, 0.994],
  ["insertion", "reach_fat", "Share of strikes that pass into the fat", "1", 0.004, 0, 0.061],
["insertion", "residual_depth", "Mean depth of the hole that stays", "mm", 0.31, 0.12, 0.52],
  ["insertion", "channel_width", "Mean width of that hole at the surface", "um", 118, 86, 163],
  ["closure", "barrier_time", "Until the barrier counts as whole again", "h", 2.1, 0.9, 5.4],
  ["closure", "pore_time", "Until no hole is to be seen", "h", 31, 16, 58],
].map(([room, name, meaning, unit, ...three]) => ({ room, name, meaning, unit, ...interval(three) }));

const named = [
  ["person", "", "", "", "", "", "", ""],
  ["person.sex", "Sex of the virtual adult", "female", "", "", "", "", ""],
  ["person.age", "Age of the virtual adult", "42 years", "", "", "study", "chosen", ""],
  ["site.area", "Treated window inside the site's outline", "10 cm2", "", "", "study", "chosen", ""],
  ["technique.force", "Force of the hand on the device", "2 N", "", "", "study", "chosen", ""],
  ["technique.passes", "Passes in each direction", "4", "", "", "study", "chosen", ""],
  ["device.needle.length", "Length of the needle beyond the drum", "1.5 mm", "1.46 mm", "1.53 mm", "Maker2019", "measured", ""],
  ["device.needle.tip_radius", "Radius of the tip", "12 um", "5 um", "30 um", "Maker2019", "assumed", "No measurement was found; wide on purpose."],
  ["skin.cheek.epidermis.female", "Thickness of the epidermis, stratum corneum included", "82 um", "61 um", "108 um", "Layers2003", "measured", ""],
  ["mechanics.dermis_modulus", "Stiffness of the dermis", "0.9 MPa", "0.4 MPa", "2 MPa", "Indent2011", "fitted", ""],
  ["skin.mechanics.cutting_energy", "Energy per new surface at a tip's rim", "3 kJ/m2", "1.2 kJ/m2", "7 kJ/m2", "Pierce2014", "fitted", ""],
  ["contact.dent_spread", "Growth of the pressed spot with the dimple", "0.3", "0.1", "0.6", "Pierce2014", "assumed", ""],
];
const filler = Array.from({ length: 104 }, (_, at) => {
  const room = ["device", "strokes", "punctures", "skin.cheek", "insertion"][at % 5];
  const kind = ["measured", "assumed", "fitted"][at % 3];
  return [`${room}.value_${String(at + 1).padStart(3, "0")}`, "A number of the model, in one plain sentence", `${round(0.3 + at * 0.07, 2)} mm`,
    `${round(0.2 + at * 0.05, 2)} mm`, `${round(0.4 + at * 0.1, 2)} mm`, ["Layers2003", "Pierce2014", "Indent2011"][at % 3], kind, ""];
});
const parameters = [...named, ...filler].map(([path, meaning, value, low, high, source, kind, note]) =>
  ({ path, meaning, value, low, high, source, kind, note }));

const sources = ["full", "abstract", "secondary", "vendor", "full", "full", "abstract", "full", "abstract", "full", "secondary", "full"]
  .map((read_as, at) => ({
    key: ["Layers2003", "Pierce2014", "Indent2011", "Maker2019"][at] ?? `Paper${2000 + at}`,
    citation: `Author A, Author B, Author C. A made-up title for the test page, number ${at + 1}. Journal of Fixtures ${2000 + at}; ${at + 3}: 11-${at + 20}.`,
    doi: at % 4 === 3 ? "" : `10.1000/fixture.${at + 1}`,
    read_as,
    used_for: parameters.filter((_, row) => row % 12 === at).map(({ path }) => path),
  }));

/** How leak and hole fade, each with its band. */
function closing() {
  const at = [0, 0.25, 0.5, 1, 2, 4, 8, 12, 24, 36, 48, 72, 120];
  const falling = (half) => at.map((hour) => round(0.5 ** (hour / half), 4));
  const shrinking = (end) => at.map((hour) => round(Math.max(0, 1 - hour / end), 4));
  return [{
    name: "closure_course", axis: "time", axis_unit: "h", at,
    curves: [
      { name: "barrier", unit: "1", meaning: "Leak through the holes", value: falling(0.7), low: falling(0.3), high: falling(1.8) },
      { name: "pore", unit: "1", meaning: "Radius of the visible hole", value: shrinking(31), low: shrinking(16), high: shrinking(58) },
    ],
  }];
}

/** More regular than chance at first, clumped farther out, as tracks are. */
function against_chance() {
  const at = Array.from({ length: 41 }, (_, i) => round(i * 0.1, 1));
  const value = at.map((r) => (r === 0 ? 0 : round(0.09 * Math.tanh((r - 1.6) / 0.7), 4)));
  const band = (sign) => at.map((r) => round(sign * (0.03 + 0.002 * Math.sin(5 * r)), 4));
  return {
    name: "against_chance", axis: "distance", axis_unit: "mm", at,
    curves: [{ name: "clumping", unit: "mm", meaning: "L(r) - r of the holes; low to high: as many holes set at random", value, low: band(-1), high: band(1) }],
    chance: { holes: 1930, asked: 1500, simulations: 99, level: 0.95, p_value: 0.01 },
  };
}

/** Tiles of the fixture's window with its strikes counted, and one gap. */
function density_map(map) {
  const [left, low] = map.window[0];
  const [right, high] = map.window[2];
  const columns = Math.ceil(right) - Math.floor(left);
  const rows = Math.ceil(high) - Math.floor(low);
  const [x, y] = [Math.floor(left), Math.floor(low)];
  const strikes = new Array(columns * rows).fill(0);
  map.x.forEach((px, i) => {
    const at = [Math.floor(px - x), Math.floor(map.y[i] - y)];
    if (px >= left && px < right && map.y[i] >= low && map.y[i] < high) strikes[at[1] * columns + at[0]] += 1;
  });
  const overlap = (from, a, b) => Math.max(0, Math.min(from + 1, b) - Math.max(from, a));
  const inside = strikes.map((_, i) =>
    Number((overlap(x + (i % columns), left, right) * overlap(y + Math.floor(i / columns), low, high)).toFixed(3)));
  return { unit: "mm", x, y, side: 1, columns, rows, strikes, inside, gaps: [{ x: 30, y: 30, radius: 0.9 }, { x: 44, y: 40, radius: 0.8 }] };
}

/** A page's data with `wanted` punctures. */
export function fixture(wanted = 2050, seed = 7) {
  const next = stream(seed);
  const { x, y, depth, reentry } = punctures(wanted, next);
  const puncture_map = {
    unit: "mm", outline, window, expression_lines: [[[14, 20], [17.5, 28], [19.5, 37], [20, 47]], [[23, 24], [25, 33], [25.5, 41]]],
    x, y, depth, reentry, total: wanted, shown: wanted, note: "One run with every input at its median.",
  };
  return {
    page: 1, title: "Medical roller, acne scars on the cheek", version: "0.1.0", seed, members: 32, interval_level: 0.8,
    inputs_hash: "9f2c41d07be8a35566c0f1e2d3b4a59687f0e1d2c3b4a5968778695a4b3c2d1e",
    person: { age_years: 42, sex: "female", phototype: 3 },
    site: { name: "cheek", title: "Cheek", window_cm2: 10 },
    device: { name: "roller-192", title: "Medical roller, 192 needles", kind: "roller", setting: "clinic", needle_mm: 1.5, needles: 192 },
    results,
    sessions: [1, 2, 3].map((number) => ({
      number,
      results: results.map((one) => ({ ...one, value: round(one.value * (1 + 0.004 * number), 4) })),
    })),
    limits,
    figures: {
      puncture_map, density_map: density_map(puncture_map),
      depth_histogram: histogram(),
      layer_reach: results.filter(({ name }) => name.startsWith("reach_")).map(({ name, value, low, high }) => ({ name, value, low, high })),
      curves: [...closing(), against_chance()],
    },
    parameters, sources,
    ledger: [
      { name: "punctures.struck", value: 2310, unit: "1" }, { name: "punctures.in_window", value: 2050, unit: "1" },
      { name: "punctures.outside", value: 260, unit: "1" }, { name: "punctures.mismatch", value: 0, unit: "1" },
    ],
    not_built: [
      { room: "closure", reason: "How long the channels stay open is not computed yet." },
      { room: "transport", reason: "The product vitamin-c-15 is named in the study; how much gets in is not computed yet." },
      { room: "healing", reason: "New collagen over the twelve months asked for is not computed yet." },
    ],
    findings: ["Of 100 strikes 98 pierce the skin (91 to 100).",
      "For a typical needle to come to the dermis the hand must press with 0.19 N (0.07 to 2.9); here it presses with 9 N (4 to 18)."],
    warnings: ["The tip radius lies outside the range of the force measurements; forces are extrapolated."],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL("fixture.json", import.meta.url), `${JSON.stringify(fixture())}\n`);
}
