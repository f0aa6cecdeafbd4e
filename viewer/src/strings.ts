/** Every word of the page. A translation is this file again, nothing else. */
const lookup = (table: Record<string, string>, key: string): string =>
  table[key] ?? key.replace(/[._-]+/g, " ").trim();

const results: Record<string, string> = {
  density: "Needle strikes",
  distinct_density: "Distinct holes",
  nearest_neighbour: "Distance to the nearest hole",
  nearest_neighbour_index: "Nearest-neighbour index",
  dispersion_2mm: "Dispersion in 2 mm squares",
  evenness: "Evenness",
  reentry_share: "Strikes into an earlier hole",
  largest_gap: "Largest gap",
  evenness_1mm: "Evenness in 1 mm squares",
  evenness_4mm: "Evenness in 4 mm squares",
  thin_share_1mm: "Area under half the mean density, 1 mm squares",
  thin_share_2mm: "Area under half the mean density",
  thin_share_4mm: "Area under half the mean density, 4 mm squares",
  missed_share: "Area that no stroke passed",
  overlap_share: "Area passed twice or more",
  track_dispersion: "Dispersion in strips along the tracks",
  depth_in_place: "Depth in place",
  pierced_share: "Strikes that pierce",
  force_per_needle: "Force on a needle",
  reach_epidermis: "Reach the epidermis",
  reach_dermis: "Reach the dermis",
  reach_fat: "Reach the fat",
  residual_depth: "Depth of the hole that stays",
  channel_width: "Width of the hole that stays",
  force_margin: "Force margin of a needle",
  capillary_strikes: "Small vessels hit by a strike",
  bleeding_share: "Strikes that draw blood",
  skin_energy_share: "Share of the work into the skin",
  neighbour_share: "Share of the give that neighbours cause",
  barrier_half_life: "Half-life of the leak",
  barrier_time: "Barrier whole again after",
  pore_time: "Hole to be seen for",
  puncture_force: "Force to pierce",
  puncture_displacement: "Displacement at puncture",
};

const rooms: Record<string, string> = {
  coverage: "Coverage: where the needles land",
  insertion: "Insertion: how deep they go",
  closure: "Closure: how channels close",
  heat: "Heat",
  transport: "Transport: what gets in",
  healing: "Healing",
  endpoints: "Endpoints",
};

const short_rooms: Record<string, string> = {
  closure: "Closure",
  heat: "Heat",
  transport: "Transport",
  healing: "Healing",
  endpoints: "Endpoints",
  coverage: "Coverage",
  insertion: "Insertion",
};

const layers: Record<string, string> = {
  stratum_corneum: "stratum corneum",
  viable_epidermis: "viable epidermis",
  epidermis: "epidermis",
  papillary_dermis: "papillary dermis",
  reticular_dermis: "reticular dermis",
  dermis: "dermis",
  fat: "fat",
};

const device_kinds: Record<string, string> = {
  roller: "roller",
  pen: "motor pen",
  stamp: "stamp",
  patch: "needle patch",
  injector: "injector",
  rf: "radio-frequency head",
};

const settings: Record<string, string> = {
  home: "home",
  institute: "beauty-institute",
  clinic: "clinical",
};

const kinds: Record<string, string> = {
  chosen: "chosen",
  measured: "measured",
  fitted: "fitted",
  assumed: "assumed",
};

const kind_meanings: Record<string, string> = {
  chosen: "set in the study",
  measured: "default, from a measurement",
  fitted: "default, fitted to measurements",
  assumed: "default, our judgement",
};

const read_as: Record<string, string> = {
  full: "read in full",
  abstract: "abstract only",
  secondary: "as cited by others",
  vendor: "maker’s figure",
};

/** Units as running text writes them. */
const unit_of = (unit: string): string => unit.replace(/^um$/, "µm");

const count_words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count = (n: number): string => count_words[n] ?? String(n);
const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const words = {
  language: "en",
  decimal: ".",
  thousands: ",",
  no_value: "–",
  per_unit: (unit: string) => `per\u00a0${unit}`,
  range: (low: string, high: string) => `${low}\u202f–\u2060\u202f${high}`,
  join: (parts: string[]) =>
    parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`,

  result: (name: string) => lookup(results, name),
  room: (name: string) => lookup(rooms, name),
  short_room: (name: string) => lookup(short_rooms, name),
  layer: (name: string) => lookup(layers, name),
  reach_layer: (name: string) => lookup(layers, name.replace(/^reach_/, "")),
  kind: (name: string) => lookup(kinds, name),
  kind_meaning: (name: string) => kind_meanings[name] ?? "",
  read_as: (name: string) => lookup(read_as, name),

  brand: "Percuta",
  report: "Simulation report",
  untitled: "Untitled study",
  no_script: "This report draws itself with JavaScript. Its numbers are also in results.json and summary.csv beside it.",
  empty_page: "This is the empty report template. It becomes a report when Percuta fills in a run.",
  contents: "Contents",
  skip: "Skip to the figures",

  theme: {
    label: "Colour theme",
    auto: "Auto",
    light: "Light",
    dark: "Dark",
  },

  done: {
    device: (kind: string, needles: string, length: string, setting: string) => {
      const what = [settings[setting] ?? "", lookup(device_kinds, kind) || "device"].filter(Boolean).join(" ");
      const article = /^[aeiou]/i.test(what) ? "An" : "A";
      const with_needles = [needles && `${needles} needles`, length && `of ${length}`].filter(Boolean).join(" ");
      return with_needles ? `${article} ${what} with ${with_needles}` : `${article} ${what}`;
    },
    site: (area: string, site: string) =>
      area ? `on ${area} of the ${site.toLowerCase() || "skin"}` : `on the ${site.toLowerCase() || "skin"}`,
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
  },

  lands: {
    title: "Where the needles land",
    unit: "needle strikes per\u00a0cm²",
    distinct: (amount: string) => `They leave ${amount} distinct holes per\u00a0cm².`,
    evenness: "Evenness",
    scale: ["streaks", "chance", "even"] as [string, string, string],
    less_even: "Less even than chance: the tracks show.",
    more_even: "More even than chance.",
    as_chance: "Not to be told from chance.",
  },
  deep: {
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
  },
  reaches: {
    title: "What they reach",
    subtitle: "Share of strikes that pass into each layer",
    median: (share: string) => `median ${share}`,
  },
  closes: {
    title: "How long they stay open.",
    barrier: (time: string) => `The barrier counts as whole again after ${time}.`,
    pore: (time: string) => `A hole is to be seen for ${time}.`,
    hole: (width: string, depth: string) => `Left behind: a hole ${width} wide and ${depth} deep.`,
  },
  curves: {
    heading: (name: string) => lookup({
      closure_course: "How the holes close", against_chance: "Evenness against chance", force_displacement: "Force and depth as the needles are driven in",
    }, name),
    title: (name: string) => lookup({
      clumping: "Clumping beyond chance, L(r) − r", barrier: "Leak through the holes", pore: "Radius of the visible hole", force: "Force on a needle", depth: "Depth in place",
    }, name),
    unit: (unit: string) => (unit === "1" ? "% of its first value" : unit_of(unit)),
    axis: (axis: string, unit: string) => {
      const what = lookup({ distance: "distance between two holes, r", time: "time since the last puncture", displacement: "displacement from first touch" }, axis);
      return unit ? `${what} (${unit})` : what;
    },
    at: (at: string, unit: string) => `at ${at} ${unit}`,
    style: (name: string): { root: boolean; ticks?: number[] } =>
      name === "closure_course" ? { root: true, ticks: [0, 1, 4, 12, 24, 48, 72, 96, 120] } : { root: false },
    pierces: (force: string, way: string) => `A tip pierces at ${force}${way ? `, ${way} after first touch` : ""}.`,
    margin: (margin: string) => `A needle fails at ${margin} times the largest force on one.`,
    reading: (curves: string[]) => `${words.join(curves)}.`,
    caption: (percent: string) => `Line: median; band: ${percent} % interval at each point.`,
    alt: (curves: string, axis: string) => `Curves with their intervals: ${curves}, against ${axis}.`,
  },
  chance: {
    title: "Evenness against chance",
    how: "Below the band: more regular than chance; above it: clumped, as tracks are.",
    inside: "Here the line stays inside: not to be told from chance.",
    found: (regular: string[], clumped: string[]) =>
      `Here the holes are ${[
        ...(regular.length > 0 ? [`more regular at ${words.join(regular)}`] : []),
        ...(clumped.length > 0 ? [`clumped at ${words.join(clumped)}`] : []),
      ].join(", but ")}.`,
    span: (from: string, to: string, unit: string) => (from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`),
    index: (index: string) => `Nearest-neighbour index ${index}: 1 is chance, above it more regular, below it clumped.`,
    too_few: (holes: string) => `Too few holes to tell: ${holes} in the treated window.`,
    line: (asked: string, holes: string) =>
      (asked === holes ? `the ${holes} holes of this treatment` : `${asked} holes drawn at random from the ${holes} of this treatment`),
    band: (percent: string) => `chance: ${percent} of 100 random patterns stay inside all the way`,
    even: "more regular",
    clumped: "clumped",
    caption: (simulations: string, p: string) =>
      "L(r) − r sums up how many more holes than by chance stand within the distance r of a hole. Holes of the run with every input at its median, first session, in the treated window. " +
      `Band: global envelope of ${simulations} patterns of as many holes set at random there${p ? `; p ${p}` : ""}.`,
    p: (value: string, is_least: boolean) => (is_least ? `≤ ${value}` : `= ${value}`),
    alt: (found: string) => `A line of clumping against distance between holes, with the band of chance round zero. ${found}`,
    columns: (unit: string) => [`Distance (${unit})`, `L(r) − r (${unit})`, `Chance (${unit})`, "Reading"],
    states: { above: "clumped", below: "more regular", inside: "as chance" } as Record<string, string>,
    compared: "One line for each run, with its own band of chance: below its band a run is more regular than chance, above it clumped.",
    compared_caption: "Lines: holes of the run with every input at its median; bands: global envelopes of chance, narrower with more holes.",
  },
  not_computed: "Not computed in this run.",

  interval: {
    sentence: (percent: string, members: string, has_spans: boolean) =>
      `Large figures are medians${has_spans ? ", or the range itself where it spans more than half of all strikes" : ""}. ` +
      `The range ${has_spans ? "" : "beside each "}is an ${percent} % interval: ${percent} of 100 computed variants of ` +
      `this same person and treatment fall inside it, when every uncertain input is drawn from the spread ` +
      "given for it: published where there is a figure, assumed and marked so where there is none" +
      (members ? ` (${members} variants). ` : ". ") +
      "It says how well the inputs are known, not how much people differ.",
    heading: "How to read the numbers",
  },
  first_session: "These numbers are of the first session; ",
  all_sessions: "see all sessions",
  compare: {
    report: "Comparison",
    title: "Runs side by side",
    heading: (n: number) => `${count(n).replace(/^./, (first) => first.toUpperCase())} runs side by side`,
    no_difference: "The studies do not differ: same inputs, same seed.",
    difference: (told: string[], rest: number) => {
      const others = rest > 0 ? `${rest} ${plural(rest, "further input", "further inputs")}` : "";
      return `The studies differ in ${words.join([...told, others].filter(Boolean))}.`;
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
        `${words.join(names.map((one, at) => (at === 0 ? one : one.charAt(0).toLowerCase() + one.slice(1))))}: one line for each run, with its band.`,
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
    files: "The same as a table: compare.csv, beside this page. Each run’s own page has its inputs and sources.",
    skip: "Skip to the comparison",
  },
  purpose_heading: "What this is",
  purpose: "Research and education. Not a medical device, and no advice on treatment.",
  warnings_note: (n: number) => `${n} ${plural(n, "warning", "warnings")} from this run`,

  figures: {
    heading: "Figures",
    number: (n: number) => `Figure ${n}`,
    table: "The numbers behind this figure",
    missing: "This run holds no data for this figure.",
    not_pierced: "did not pierce",
    under: (depth: string) => `under ${depth}`,
    from: (depth: string) => `${depth} and more`,
    any_depth: "any depth",
  },

  map: {
    title: "Where each needle landed",
    reading: (total: string, inside: string, area: string, reentries: string) =>
      `${total} strikes${inside ? `, ${inside} of them inside the treated window` : ""}${area ? ` ${inside ? "of" : "on"} ${area}` : ""}, ` +
      `coloured by depth; ${reentries} fell into an earlier hole.`,
    caption: (shown: string, total: string) => (shown === total ? "" : `Drawn and counted here: ${shown} of ${total} strikes. `),
    alt: (site: string, shown: string, shallow: string, deep: string) =>
      `Map of the ${site.toLowerCase() || "site"} in millimetres with its outline, the treated window and ${shown} needle strikes, ` +
      `coloured by depth: ${shallow} to ${deep}.`,
    closer: (side: string, unit: string, count: string, again: string) =>
      `The square of ${side} ${unit} marked on the map: ${count} strikes, ${again} of them into an earlier hole.`,
    legend_depth: (unit: string) => `Depth in place, ${unit}`,
    reentry: "into an earlier hole",
    window: "treated window",
    outline: "outline of the site",
    expression_line: "expression line",
    tip_depth: (depth: string) => `${depth} deep`,
    tip_place: (x: string, y: string, unit: string) => `at ${x}, ${y} ${unit}`,
    columns: ["Depth in place", "Strikes", "Share", "Into an earlier hole"],
    every: "Every strike is in punctures.csv, beside this page.",
  },

  look: {
    group: "Closer look: size and place",
    closer: "Closer",
    wider: "Wider",
    left: "To the left",
    right: "To the right",
    up: "Up",
    down: "Down",
    home: "1 cm²",
    home_name: "The square centimetre in the middle",
  },

  density: {
    title: "How evenly they cover the skin",
    reading: (mean: string, found: string, chance: string, side: string) =>
      `${mean} strikes per cm² on average; ${found} % of the ${side} tiles get less than half of that, where chance alone would leave ${chance} %.`,
    gap_reading: (across: string) => `The largest spot without a hole is ${across} across.`,
    gap_over_variants: (gap: string) => `Over the variants, the largest gap: ${gap}.`,
    alt: (site: string, mean: string, gaps: number) =>
      `Tiles over the treated window of the ${site.toLowerCase() || "site"}, coloured by strikes per area, ${mean} per square centimetre on average` +
      `${gaps > 0 ? `; the ${count(gaps)} largest gaps are circled` : ""}.`,
    caption: "Plain counts, nothing smoothed; every strike of the run with every input at its median counts. Even the most even hand leaves tiles that differ: look for streaks and blanks, not for single tiles.",
    thinned: "The dots of the closer look are thinned evenly, the tiles are not.",
    key: (unit: string) => `Strikes ${unit}`,
    tiles: "Tiles",
    gap_key: "largest gaps: circles without a hole",
    gaps: "Largest gaps",
    jump: (n: number) => `Gap ${n}`,
    jump_name: (n: number) => `Look at gap ${n}`,
    closer: (side: string, unit: string, is_thinned: boolean) =>
      `The square of ${side} ${unit} marked on the map, with ${is_thinned ? "a share of the" : "the"} strikes as dots.`,
    columns: (unit: string) => ["Tile", `10 of 100 tiles below, ${unit}`, "Median", "10 of 100 above", "Under half the mean", "By chance alone"],
    gap_columns: ["Gap", "Across", "Middle"],
  },

  histogram: {
    title: "How deep, drawn in the skin",
    reading: (depth: string, layers: string[]) => {
      if (depth === "") return "Number of needles at each depth.";
      const where = layers.length === 0 ? "" : layers.length === 1 ? `, in the ${layers[0]}` : `: ${layers.join(" or ")}`;
      return `Over all strikes, needles stand ${depth} deep on average${where}.`;
    },
    bars: {
      mean: "mean of the variants",
      median: "median of the variants",
      one_run: "the run with every input at its median",
    },
    caption: (bars: string, percent: string, has_bracket: boolean) =>
      `Bars: strikes per area that end in each slice of depth, ${bars}; thin lines: ${percent} % interval of the count in that slice. ` +
      (has_bracket ? "Upright line with a dot: mean depth in place over all strikes, as above. " : "") +
      `Bands: the layers of this skin, each blurred into the next over the ${percent} % interval of the face between them; ` +
      "brackets at the right mark the same.",
    in_place: "depth in place",
    not_pierced_unsure: (least: string, most: string) => `somewhere between ${least} and ${most}`,
    not_pierced: (share: string) => ` Strikes that did not pierce count as depth 0 and have no bar: ${share}.`,
    alt: (layers: string, depth: string) =>
      `Bars of needle count by depth, surface on top, over the skin’s layers: ${layers}.${depth ? ` Mean depth over all strikes ${depth}.` : ""}`,
    depth_axis: (unit: string) => `depth below the surface (${unit})`,
    count_axis: (unit: string, slice: string, length: string) =>
      slice ? `strikes ${unit} in each ${slice} ${length} of depth` : `strikes ${unit}`,
    needle: (length: string) => `needle length ${length}`,
    tip: (count: string, range: string, unit: string) => `${count} strikes ${unit}${range ? ` (${range})` : ""}`,
    columns: (unit: string, count: string, bars: string) => [`Depth, ${unit}`, `Strikes ${count}, ${bars}`, "Interval over the variants"],
    deeper_columns: (unit: string) => [`Depth, ${unit}`, "Strikes at least this deep, median", "Interval over the variants"],
    deeper: "Share of strikes that get at least this deep",
    layer_columns: (unit: string) => ["Layer", `Upper face, ${unit}`, `Lower face, ${unit}`],
    faces: "Faces of the layers",
  },

  reach: {
    title: "Which layers they reach",
    reading: (parts: string[]) => `Of 100 strikes, ${words.join(parts)}.`,
    unsure_part: (least: string, most: string, layer: string) => `somewhere between ${least} and ${most} enter the ${layer}`,
    /** The ends of a wide interval. */
    end: (n: number) => (n < 0.5 ? "none" : n > 99.5 ? "all" : String(Math.round(n))),
    of_hundred: (n: number) =>
      n > 0 && n < 0.5 ? "fewer than one" : n < 100 && n > 99.5 ? "more than 99" : n === 0 ? "none" : String(Math.round(n)),
    part: (count: string, range: string, layer: string) => `${count}${range ? ` (${range})` : ""} enter the ${layer}`,
    caption: (percent: string) => `Dot: median share; line: ${percent} % interval.`,
    alt: "Share of strikes that reach each layer, with intervals.",
    axis: "share of strikes (%)",
    columns: ["Layer", "Share", "Interval"],
  },

  quantities: {
    heading: "All quantities",
    columns: ["Quantity", "Median", "Interval", "Unit", "Meaning"],
    none: "This run has no results.",
  },
  sessions: {
    heading: "Session by session",
    lead: "Medians with their intervals.",
    quantity: "Quantity",
    session: (n: number) => `Session ${n}`,
  },
  not_built: {
    heading: "Asked for, not built yet",
    lead: "The study asks for these; this version leaves them out of its answer.",
  },
  warnings: { heading: "Warnings" },
  inputs: {
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
  },
  sources: {
    heading: "Sources",
    lead: "Papers whose values this run used, and how each was read.",
    used_for: (n: number) => `used for ${n} ${plural(n, "input", "inputs")}`,
    doi: "DOI",
  },
  ledger: {
    heading: "Ledger",
    lead: "Rows that must add up; the mismatch is a row of its own.",
    columns: ["Row", "Amount", "Unit"],
  },
  reproduce: {
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
  },
  foot: "Made by Percuta, an open simulator of micro-needling.",
};
