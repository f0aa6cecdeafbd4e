/** What docs/formats.md, "Page data", promises. Every part may be absent: a page shows what it was given. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Result extends Interval {
  room: string;
  name: string;
  meaning: string;
  unit: string;
  /** Uncertain inputs that it follows over the ensemble, the strongest first. */
  driven_by: Driver[];
}

export interface Driver {
  key: string;
  meaning: string;
  /** Of ranks, below 0 where the result falls as the input rises. */
  correlation: number;
}

export interface Session {
  number: number;
  results: Result[];
}

/** A quantity held against a limit; without one `bound` is null. */
export interface Limit extends Interval {
  quantity: string;
  meaning: string;
  /** "beyond", "near", "inside", "no published limit" */
  verdict: string;
  bound: number | null;
  is_most: boolean;
  unit: string;
  /** "under the eye, at home"; "" = everywhere. */
  where: string;
  reason: string;
  source: string;
  /** 0 = the only one. */
  session: number;
}

export interface PunctureMap {
  unit: string;
  outline: Point[];
  window: Point[];
  expression_lines: Point[][];
  x: number[];
  y: number[];
  /** In `unit`; 0 is a needle that did not pierce. */
  depth: number[];
  /** 1 where the needle fell into an earlier hole. */
  reentry: number[];
  total: number;
  shown: number;
  note: string;
}

export type Point = [number, number];

/** Plain counts in square tiles over the window, rows of `columns`, x running fastest. */
export interface DensityMap {
  unit: string;
  /** Corner of the first tile, and a tile's side, in `unit`. */
  x: number;
  y: number;
  side: number;
  columns: number;
  rows: number;
  strikes: number[];
  /** Share of the tile that lies in the window. */
  inside: number[];
  /** Circles without a hole, the largest first. */
  gaps: Gap[];
}

export interface Gap {
  x: number;
  y: number;
  radius: number;
}

export interface Layer {
  name: string;
  top: Interval;
  bottom: Interval;
}

export interface DepthHistogram {
  unit: string;
  count_unit: string;
  edges: number[];
  value: number[];
  low: number[];
  high: number[];
  /** Mean over the variants; may be absent. */
  mean: number[];
  /** Per edge, the share of strikes that get at least this deep; may be empty. */
  deeper: Interval[];
  not_pierced_share: Interval | null;
  layers: Layer[];
}

export interface Curve {
  name: string;
  unit: string;
  meaning: string;
  values: Interval[];
}

/** What a band of chance is made of; no simulations: too few holes to tell. */
export interface Chance {
  holes: number;
  asked: number;
  simulations: number;
  level: number;
  p_value: number | null;
}

/** Curves over one axis; `at` and each curve's values are of one length. */
export interface CurveSet {
  name: string;
  axis: string;
  axis_unit: string;
  at: number[];
  curves: Curve[];
  /** When there: values are of the run with every input at its median, low and high the bounds of chance. */
  chance: Chance | null;
}

/** One thing to be seen, at the outlook's times. */
export interface OutlookRow {
  name: string;
  unit: string;
  values: Interval[];
  /** "no", "maybe", "likely", "yes" per time; empty where there is no bound of being seen. */
  sight: string[];
}

export interface Endpoint {
  name: string;
  /** Whether the study asks for it. */
  asked: boolean;
  assumed: boolean;
  set_by: string;
  blind_to: string;
  /** Names of its results. */
  numbers: string[];
}

/** Places of the treated window and what each comes to; NaN where one has no such value. */
export interface OutcomeMap {
  unit: string;
  x: number[];
  y: number[];
  values: Record<string, number[]>;
}

/** What a healed course comes to. */
export interface Outcome {
  /** Since the first session [day]. */
  session_days: number[];
  /** Times after the last session [day]. */
  after: number[];
  rows: OutlookRow[];
  endpoints: Endpoint[];
  not_stated: string[];
  map: OutcomeMap | null;
}

export interface Reach extends Interval {
  name: string;
}

export interface Parameter {
  path: string;
  meaning: string;
  value: string;
  low: string;
  high: string;
  source: string;
  kind: string;
  note: string;
}

export interface Source {
  key: string;
  citation: string;
  doi: string;
  read_as: string;
  used_for: string[];
}

export interface LedgerRow {
  name: string;
  value: number | null;
  unit: string;
}

/** What is put on, in sentences: strengths, vehicle, how, and last what is assumed of it. */
export interface Product {
  title: string;
  sentences: string[];
}

/** Where an active is through time in skin without a hole; one interval per time. */
export interface IntactPlace {
  name: string;
  values: Interval[];
}

/** Amounts per area of one place at each time, in the skin with holes and without. */
export interface DrawnPlace {
  name: string;
  amount: number[];
  intact: number[];
}

/** What has got in after a day, in square tiles of the window; NaN outside it. */
export interface DoseMap {
  unit: string;
  x: number;
  y: number;
  side: number;
  columns: number;
  rows: number;
  values: number[];
}

/** Amounts over volume around a hole; cells from its axis outward, row by row from the top of what lies on the skin. */
export interface HoleCut {
  unit: string;
  /** Hours. */
  at: number[];
  /** Of the hole, and edges of the cells, um; `down` is below 0 above the skin. */
  radius: number;
  depth: number;
  across: number[];
  down: number[];
  /** By time. */
  values: number[][];
}

/** One active of what is put on. */
export interface Uptake {
  active: string;
  unit: string;
  /** Of what is put on in a day, past the stratum corneum after 24 h; nulls where none of it is put on. */
  share: Interval;
  intact_share: Interval;
  axis_unit: string;
  at: number[];
  intact: IntactPlace[];
  /** Of the run with every input at its median; null where none of it is put on. */
  map: DoseMap | null;
  cut: HoleCut | null;
  /** The run with every input at its median, whose amounts add up. */
  drawn: {
    hole: { per_cm2: number; width_um: number; depth_mm: number };
    given: number[];
    gained: number[];
    places: DrawnPlace[];
  };
}

export interface Page {
  title: string;
  version: string;
  /** As text: a seed may have more digits than a number here can hold. */
  seed: string;
  members: number | null;
  interval_level: number;
  inputs_hash: string;
  /** Of a bench test; kind is "" for a course. */
  experiment: { kind: string; manner: string; skin: string };
  person: { age_years: number | null; sex: string; phototype: number | null };
  site: { name: string; title: string; window_cm2: number | null };
  device: {
    name: string;
    title: string;
    kind: string;
    setting: string;
    needle_mm: number | null;
    needles: number | null;
  };
  results: Result[];
  sessions: Session[];
  /** Null where nothing is put on. */
  product: Product | null;
  uptake: Uptake[];
  /** Null where nothing was healed. */
  outcome: Outcome | null;
  limits: Limit[];
  puncture_map: PunctureMap | null;
  density_map: DensityMap | null;
  depth_histogram: DepthHistogram | null;
  layer_reach: Reach[];
  curves: CurveSet[];
  parameters: Parameter[];
  sources: Source[];
  ledger: LedgerRow[];
  not_built: { room: string; reason: string }[];
  findings: string[];
  warnings: string[];
}

/** One key of the study files that not all compared runs answer alike. */
export interface Difference {
  key: string;
  chosen: boolean;
  /** Per run; empty where it has no such key. */
  values: string[];
}

export interface ComparedRun {
  folder: string;
  /** Of the run's own page, seen from this one; "" = it has none. */
  link: string;
  page: Page;
}

/** What docs/formats.md, "Comparison data", promises. */
export interface Comparison {
  differences: Difference[];
  warnings: string[];
  runs: ComparedRun[];
}
