import type {
  Chance,
  Comparison,
  Curve,
  CurveSet,
  DensityMap,
  DepthHistogram,
  Driver,
  Gap,
  Interval,
  Layer,
  Limit,
  LedgerRow,
  Outcome,
  OutcomeMap,
  OutlookRow,
  Page,
  Parameter,
  Point,
  PunctureMap,
  Reach,
  Result,
  Session,
  Source,
} from "./data";
import { interval, list, number, numbers, table, text, texts, type Table } from "./given";
import { product, uptake } from "./read_uptake";

/** A page beside this one; "" for anything else, such as a script or another machine. */
const local_link = (given: string): string => (/^[\w.][^:]*report\.html$/.test(given) ? encodeURI(given).replace(/[?#]/g, encodeURIComponent) : "");
function points(given: unknown): Point[] {
  return list(given)
    .map((one) => numbers(one))
    .filter((one) => one.length >= 2 && one.slice(0, 2).every(Number.isFinite))
    .map((one) => [one[0] as number, one[1] as number]);
}

function driver(given: unknown): Driver {
  const from = table(given);
  return { key: text(from["key"]), meaning: text(from["meaning"]), correlation: number(from["correlation"]) ?? 0 };
}

function result(given: unknown): Result {
  const from = table(given);
  return {
    ...interval(from),
    room: text(from["room"]),
    name: text(from["name"]),
    meaning: text(from["meaning"]),
    unit: text(from["unit"]),
    driven_by: list(from["driven_by"]).map(driver).filter(({ key, correlation }) => key !== "" && correlation !== 0),
  };
}

function session(given: unknown): Session {
  const from = table(given);
  return { number: number(from["number"]) ?? 0, results: list(from["results"]).map(result) };
}

function limit(given: unknown): Limit {
  const from = table(given);
  const [most, least] = [number(from["at_most"]), number(from["at_least"])];
  return {
    ...interval(from),
    quantity: text(from["quantity"]),
    meaning: text(from["meaning"]),
    verdict: text(from["verdict"]),
    bound: most ?? least,
    is_most: most !== null,
    unit: text(from["unit"]),
    where: text(from["where"]),
    reason: text(from["reason"]),
    source: text(from["source"]),
    session: number(from["session"]) ?? 0,
  };
}

function puncture_map(given: unknown): PunctureMap | null {
  const from = table(given);
  const x = numbers(from["x"]);
  const y = numbers(from["y"]);
  const outline = points(from["outline"]);
  if (x.length === 0 && outline.length === 0) return null;
  const shown = Math.min(x.length, y.length);
  return {
    unit: text(from["unit"]) || "mm",
    outline,
    window: points(from["window"]),
    expression_lines: list(from["expression_lines"]).map(points).filter((one) => one.length > 1),
    x: x.slice(0, shown),
    y: y.slice(0, shown),
    depth: numbers(from["depth"]),
    reentry: numbers(from["reentry"]),
    total: number(from["total"]) ?? shown,
    shown,
    note: text(from["note"]),
  };
}

const gap = (given: unknown): Gap => {
  const from = table(given);
  return { x: number(from["x"]) ?? NaN, y: number(from["y"]) ?? NaN, radius: number(from["radius"]) ?? NaN };
};

function density_map(given: unknown): DensityMap | null {
  const from = table(given);
  const [columns, rows, side] = [number(from["columns"]) ?? 0, number(from["rows"]) ?? 0, number(from["side"]) ?? 0];
  const strikes = numbers(from["strikes"]);
  const inside = numbers(from["inside"]);
  if (columns < 1 || rows < 1 || side <= 0 || strikes.length !== columns * rows || inside.length !== columns * rows) return null;
  return {
    unit: text(from["unit"]) || "mm",
    x: number(from["x"]) ?? 0,
    y: number(from["y"]) ?? 0,
    side, columns, rows, strikes, inside,
    gaps: list(from["gaps"]).map(gap).filter(({ x, y, radius }) => Number.isFinite(x + y) && radius > 0),
  };
}

function layer(given: unknown): Layer {
  const from = table(given);
  return { name: text(from["name"]), top: interval(from["top"]), bottom: interval(from["bottom"]) };
}

function depth_histogram(given: unknown): DepthHistogram | null {
  const from = table(given);
  const edges = numbers(from["edges"]);
  const value = numbers(from["value"]);
  if (edges.length < 2 || value.length === 0) return null;
  const share = interval(from["not_pierced_share"]);
  return {
    unit: text(from["unit"]) || "mm",
    count_unit: text(from["count_unit"]) || "1/cm2",
    edges,
    value: value.slice(0, edges.length - 1),
    low: numbers(from["low"]),
    high: numbers(from["high"]),
    mean: numbers(from["mean"]),
    deeper: list(from["deeper"]).map(interval).slice(0, edges.length),
    not_pierced_share: share.value === null ? null : share,
    layers: list(from["layers"])
      .map(layer)
      .filter((one) => one.top.value !== null && one.bottom.value !== null),
  };
}

/** Lists of value, low and high as intervals. */
function intervals(from: Table): Interval[] {
  const low = numbers(from["low"]);
  const high = numbers(from["high"]);
  return numbers(from["value"]).map((value, at) => ({ value: number(value), low: number(low[at]), high: number(high[at]) }));
}

function curve(given: unknown): Curve {
  const from = table(given);
  return { name: text(from["name"]), unit: text(from["unit"]), meaning: text(from["meaning"]), values: intervals(from) };
}

function outlook_row(given: unknown): OutlookRow {
  const from = table(given);
  return { name: text(from["name"]), unit: text(from["unit"]), values: intervals(from), sight: texts(from["sight"]) };
}

function outcome_map(given: unknown): OutcomeMap | null {
  const from = table(given);
  const [x, y] = [numbers(from["x"]), numbers(from["y"])];
  const all = { gain: numbers(from["gain"]), redness: numbers(from["redness"]), pigment: numbers(from["pigment"]), new_scar: numbers(from["new_scar"]) };
  const told = Object.entries(all).filter(([, values]) => values.length === x.length && values.some(Number.isFinite));
  if (x.length === 0 || x.length !== y.length || told.length === 0) return null;
  return { unit: text(from["unit"]) || "mm", x, y, values: Object.fromEntries(told) };
}

function outcome(given: unknown): Outcome | null {
  const from = table(given);
  const outlook = table(from["outlook"]);
  const [is_in_days, after] = [text(outlook["unit"]) === "day", numbers(outlook["after"])];
  const made: Outcome = {
    session_days: numbers(from["session_days"]),
    after: is_in_days ? after : [],
    rows: list(outlook["rows"]).map(outlook_row),
    endpoints: list(from["endpoints"]).map((given_one) => {
      const one = table(given_one);
      return {
        name: text(one["name"]), asked: one["asked"] === true, assumed: one["assumed"] === true,
        set_by: text(one["set_by"]), blind_to: text(one["blind_to"]), numbers: texts(one["numbers"]),
      };
    }),
    not_stated: texts(from["not_stated"]),
    map: outcome_map(from["map"]),
  };
  return made.rows.length > 0 || made.endpoints.length > 0 ? made : null;
}

function chance(given: unknown): Chance | null {
  const from = table(given);
  if (number(from["simulations"]) === null) return null;
  const whole = (name: string): number => number(from[name]) ?? 0;
  return {
    holes: whole("holes"), asked: whole("asked"), simulations: whole("simulations"), level: whole("level"), p_value: number(from["p_value"]),
  };
}

function curve_set(given: unknown): CurveSet {
  const from = table(given);
  return {
    name: text(from["name"]),
    axis: text(from["axis"]),
    axis_unit: text(from["axis_unit"]),
    at: numbers(from["at"]),
    curves: list(from["curves"]).map(curve).filter((one) => one.values.some(({ value }) => value !== null)),
    chance: chance(from["chance"]),
  };
}

function reach(given: unknown): Reach {
  return { ...interval(given), name: text(table(given)["name"]) };
}

function parameter(given: unknown): Parameter {
  const from = table(given);
  return {
    path: text(from["path"]),
    meaning: text(from["meaning"]),
    value: text(from["value"]),
    low: text(from["low"]),
    high: text(from["high"]),
    source: text(from["source"]),
    kind: text(from["kind"]),
    note: text(from["note"]),
  };
}

function source(given: unknown): Source {
  const from = table(given);
  return {
    key: text(from["key"]),
    citation: text(from["citation"]),
    doi: text(from["doi"]),
    read_as: text(from["read_as"]),
    used_for: texts(from["used_for"]),
  };
}

function ledger_row(given: unknown): LedgerRow {
  const from = table(given);
  return { name: text(from["name"]), value: number(from["value"]), unit: text(from["unit"]) };
}

function setting_of(from: Table): Pick<Page, "experiment" | "person" | "site" | "device"> {
  const experiment = table(from["experiment"]);
  const person = table(from["person"]);
  const site = table(from["site"]);
  const device = table(from["device"]);
  return {
    experiment: { kind: text(experiment["kind"]), manner: text(experiment["manner"]), skin: text(experiment["skin"]) },
    person: {
      age_years: number(person["age_years"]),
      sex: text(person["sex"]),
      phototype: number(person["phototype"]),
    },
    site: {
      name: text(site["name"]),
      title: text(site["title"]),
      window_cm2: number(site["window_cm2"]),
    },
    device: {
      name: text(device["name"]),
      title: text(device["title"]),
      kind: text(device["kind"]),
      setting: text(device["setting"]),
      needle_mm: number(device["needle_mm"]),
      needles: number(device["needles"]),
    },
  };
}

/** The digits as they stand: a quote inside a JSON string is escaped, so no text can look like this key. */
function seed_of(json: string): string {
  return /"seed"\s*:\s*"?(\d+)/.exec(json)?.[1] ?? "";
}

function parsed(json: string): Table {
  try {
    return table(JSON.parse(json));
  } catch {
    return {};
  }
}

/** A bench without strokes has no map; a course that struck nothing shows that on one. */
const struck = (map: PunctureMap | null, experiment: unknown): PunctureMap | null =>
  text(table(experiment)["kind"]) !== "" && map?.total === 0 ? null : map;

/** Reads the slot's JSON; null when it holds no page, as in the unfilled template. */
export function read_page(json: string): Page | null {
  const from = parsed(json);
  return number(from["page"]) === null ? null : page_of(from, seed_of(json));
}

/** The same for a comparison; null when the slot holds none. */
export function read_comparison(json: string): Comparison | null {
  const from = parsed(json);
  if (number(from["compare"]) === null) return null;
  return {
    differences: list(from["differences"]).map((given) => {
      const one = table(given);
      return { key: text(one["key"]), chosen: one["chosen"] === true, values: texts(one["values"]) };
    }),
    warnings: texts(from["warnings"]).filter((one) => one !== ""),
    runs: list(from["runs"]).map((given) => {
      const run = table(given);
      const page = table(run["page"]);
      return { folder: text(run["folder"]), link: local_link(text(run["link"])), page: page_of(page, text(page["seed"])) };
    }),
  };
}

function page_of(from: Table, seed: string): Page {
  const figures = table(from["figures"]);
  return {
    ...setting_of(from),
    title: text(from["title"]),
    version: text(from["version"]),
    seed,
    members: number(from["members"]),
    interval_level: number(from["interval_level"]) ?? 0.8,
    inputs_hash: text(from["inputs_hash"]),
    results: list(from["results"]).map(result),
    sessions: list(from["sessions"]).map(session),
    product: product(from["product"]),
    uptake: list(from["uptake"]).map(uptake).filter(({ active, at }) => active !== "" && at.length > 1),
    outcome: outcome(from["outcome"]),
    limits: list(from["limits"]).map(limit),
    puncture_map: struck(puncture_map(figures["puncture_map"]), from["experiment"]),
    density_map: density_map(figures["density_map"]),
    depth_histogram: depth_histogram(figures["depth_histogram"]),
    layer_reach: list(figures["layer_reach"])
      .map(reach)
      .filter((one) => one.value !== null),
    curves: list(figures["curves"]).map(curve_set).filter((one) => one.chance !== null || (one.at.length > 1 && one.curves.length > 0)),
    parameters: list(from["parameters"]).map(parameter),
    sources: list(from["sources"]).map(source),
    ledger: list(from["ledger"]).map(ledger_row),
    not_built: list(from["not_built"]).map((one) => ({
      room: text(table(one)["room"]),
      reason: text(table(one)["reason"]),
    })),
    findings: texts(from["findings"]).filter((one) => one !== ""),
    warnings: texts(from["warnings"]).filter((one) => one !== ""),
  };
}
