// A page on which a product was put: the fixture with what gets in of two actives. Made up; same bytes every time.
import { fixture } from "./make_fixture.mjs";

export const at = [0, 1 / 60, 0.25, 1, 4, 12, 24, 168];
const layers = ["stratum_corneum", "viable_epidermis", "papillary_dermis", "reticular_dermis"];
const places = ["surface", "channels", ...layers, "blood", "converted", "washed"];
const band = (value) => ({ value, low: value.map((one) => one / 10), high: value.map((one) => one * 3) });

/** Amounts at each time, which add up to `dose`; `ease` is how readily it enters. */
function amounts(dose, ease) {
  const share = at.map((hour) => 1 - Math.exp(-hour / 20));
  const of = { channels: 0.001, stratum_corneum: 0.1, viable_epidermis: 0.02 * ease, papillary_dermis: 1e-6 * ease, reticular_dermis: 0.1 * ease, blood: 0.2 * ease, converted: 0.03 * ease, washed: 0 };
  return Object.fromEntries(places.map((place) => [place, share.map((one) => (place === "surface"
    ? dose * (1 - one * Object.values(of).reduce((sum, part) => sum + part, 0)) : dose * one * of[place]))]));
}

const taken_up = (all) => at.map((_, i) => ["viable_epidermis", "papillary_dermis", "reticular_dermis", "blood", "converted"].reduce((sum, place) => sum + all[place][i], 0));

/** Tracks from left to right over the fixture's window, thinner to the right; `mean` is about that of all. */
function map_of(mean) {
  const { window } = fixture().figures.puncture_map;
  const [x, y] = [0, 1].map((axis) => window.map((corner) => corner[axis]));
  const [left, low] = [Math.min(...x), Math.min(...y)];
  const [columns, rows] = [Math.ceil(Math.max(...x) - left), Math.ceil(Math.max(...y) - low)];
  const value = Array.from({ length: columns * rows }, (_, at) =>
    Number((mean * (1 + 0.6 * Math.cos((at % columns) / 2.5)) * (1.3 - (0.6 * (at % columns)) / columns)).toPrecision(6)));
  return { unit: "mm", x: left, y: low, side: 1, columns, rows, value };
}

/** More in the hole and near it than far away, spreading with time; three rings, five rows of which one lies on the skin. */
function cut_of(mean) {
  const across = [0, 60, 200, 400], down = [-20, 0, 15, 80, 300, 900];
  const value = [1, 24].map((hour) => down.slice(1).flatMap((_, row) => [1000, 30 * hour, hour].map((one) => Number((mean * (row === 0 ? 1000 : one / (1 + row))).toPrecision(6)))));
  return { unit: "ug/ml", at_h: [1, 24], radius_um: 60, depth_um: 300, across_um: across, down_um: down, value };
}

export function put_on({ name = "ghk-cu", dose = 50, factor = [30, 1.05, 9000], made = 0 } = {}) {
  const [holes, intact] = [amounts(dose + made, 1), amounts(dose + made, 0.01)];
  intact.channels = at.map(() => 0);
  const result = (quantity, unit, [value, low, high]) => ({ room: "transport", name: `${name}.${quantity}`, meaning: `Made-up ${quantity} (${name})`, unit, value, low, high });
  const set = (kind, curves) => ({ name: `${kind}_${name}`, axis: "time", axis_unit: "h", at, curves: curves.map(([curve, values]) =>
    ({ name: `${name}.${curve}`, unit: "ug/cm2", meaning: "Made-up", ...band(values) })) });
  const day = at.indexOf(24);
  const three = (value) => [value, value / 10, value * 3];
  return {
    results: [result("dose", "ug/cm2", three(dose)), result("uptake", "ug/cm2", three(taken_up(holes)[day])), result("intact_uptake", "ug/cm2", three(taken_up(intact)[day])),
      ...(factor ? [result("enhancement", "1", factor), result("enhancement_1h", "1", factor)] : []), result("dermal_exposure", "ug h/ml", [2e-6, 1e-9, 0.02]),
      ...places.map((place) => result(`amount.${place}`, "ug/cm2", three(holes[place][day])))],
    curves: [set("uptake", [["uptake_course", taken_up(holes)], ["intact_uptake_course", taken_up(intact)]]), set("layers", places.map((place) => [`course.${place}`, holes[place]]))],
    uptake: {
      active: name, unit: "ug/cm2", ...(dose > 0 ? { share: { value: 0.25, low: 0.025, high: 0.75 }, intact_share: { value: 0.0025, low: 1e-9, high: 0.0075 } } : { share: null, intact_share: null }),
      axis_unit: "h", at, intact: places.map((place) => ({ name: place, ...band(intact[place]) })),
      map: dose > 0 ? map_of(taken_up(holes)[day]) : null, cut: dose > 0 ? cut_of(taken_up(holes)[day]) : null,
      drawn: { hole: { per_cm2: 200, width_um: 120, depth_mm: 0.3 }, given: at.map(() => dose), gained: at.map(() => made),
        places: places.map((place) => ({ name: place, amount: holes[place], intact: intact[place] })) },
    },
  };
}

/** `actives`: what `put_on` makes of each. */
export function soaked(actives = [{}]) {
  const page = fixture();
  const all = actives.map(put_on);
  page.results = [...page.results, ...all.flatMap(({ results }) => results)];
  page.figures.curves.push(...all.flatMap(({ curves }) => curves));
  page.product = { title: "Copper peptide serum", sentences: ["It holds ghk-cu 2.5 % (1 to 4).", "2 mg/cm2 2 min after the last pass.", "Assumed: pH."] };
  page.uptake = all.map(({ uptake }) => uptake);
  page.ledger.push({ name: "uptake.ghk-cu.given", value: 50, unit: "ug/cm2" });
  return page;
}
