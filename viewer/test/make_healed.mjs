// A healed course of realistic size: the fixture with what its punctures come to. Made up; same bytes every time.
import { fixture, stream } from "./make_fixture.mjs";

const days = [0, 1 / 24, 0.25, 1, 3, 7, 14, 28, 56, 91, 182, 365];
const sessions = [0, 42, 84];
const first_days = Array.from({ length: 64 }, (_, at) => at * 7);

const band = (values) => ({ value: values, low: values.map((one) => one * 0.6), high: values.map((one) => one * 1.5) });
const set = (name, at, curves) => ({ name, axis: "time", axis_unit: "day", at, curves: curves.map(([curve, unit, values]) =>
  ({ name: curve, unit, meaning: `Made-up ${curve}`, ...band(values) })) });
const falling = (first, time) => days.map((day) => first * Math.exp(-day / time));
const rising = first_days.map((day) => 12 * sessions.filter((one) => day > one).reduce((sum, one) => sum + 1 - Math.exp(-(day - one) / 30), 0));

const after = [1 / 24, 1, 3, 7, 28, 91, 182, 365];
const row = (name, unit, value, sight = []) => ({ name, unit, ...band(value), sight });

const result = (name, unit, value, low, high) => ({ room: "endpoints", name, meaning: `Made-up ${name}`, unit, value, low, high });

function map() {
  const next = stream(5);
  const lists = { x: [], y: [], gain: [], redness: [], pigment: [], new_scar: [] };
  for (let j = 0; j < 40; ++j) {
    for (let i = 0; i < 40; ++i) {
      const track = i % 8 === 0 ? 0.05 : 0.2;
      lists.x.push(19 + (i + next()) * 0.79);
      lists.y.push(18 + (j + next()) * 0.79);
      lists.gain.push(track + 0.1 * next());
      lists.redness.push(2 * track + next());
      lists.pigment.push(0.01 * track);
      lists.new_scar.push(1e-9);
    }
  }
  return { unit: "mm", ...lists };
}

export function healed() {
  const page = fixture();
  page.results.push(
    result("downtime", "day", 4.9, 3.3, 7.5), result("redness", "day", 1.2, 0, 4.2), result("wrinkle", "1", 0.917, 0.836, 0.992),
    result("wrinkle_better", "1", 0.004, 3.97e-58, 0.44), result("wrinkle_better_rated", "1", 0.137, 7e-7, 0.62), result("scar", "1", 0.81, 0.29, 0.995),
    result("red_dots", "1/cm2", 54, 8, 125), result("density", "1", 1.238, 1.03, 1.42), result("new_scar", "1", 0.00125, 1.9e-7, 0.007),
    { room: "healing", name: "tgf_beta", meaning: "Most active TGF-b", unit: "1", value: 9e-86, low: 0, high: 0.02 },
  );
  page.figures.curves.push(
    set("collagen_course", first_days, [["collagen_papillary", "%", rising], ["collagen_dermis", "%", rising]]),
    set("endpoints_redness", days, [["redness_course", "1", falling(1.1, 2)]]),
    set("endpoints_red_dots", days, [["red_dots_course", "1/cm2", falling(54, 1.5)]]),
    set("endpoints_crust", days, [["crust_course", "1", falling(0.01, 3)]]),
  );
  const default_of = (path, value, low, high) => ({ path, meaning: "Of the reference course", value, low, high, source: "Layers2003", kind: "fitted", note: "" });
  page.parameters.push(default_of("healing.reference_gain", "0.53", "0.42", "0.65"), default_of("healing.roller.after", "56 day", "", ""),
    default_of("healing.roller.sessions", "5", "", ""), default_of("healing.roller.interval", "30 day", "", ""));
  const endpoint = (name, facts) => ({ name, asked: false, assumed: false, set_by: "", blind_to: "", numbers: [name], ...facts });
  page.outcome = {
    session_days: sessions,
    outlook: { unit: "day", after, rows: [
      row("redness", "1", [0.8, 1.1, 0.4, 0.1, 0, 0, 0, 0], ["likely", "yes", "maybe", "no", "no", "no", "no", "no"]),
      row("red_dots", "1/cm2", [49, 24, 5, 0.4, 0, 0, 0, 0], ["yes", "yes", "likely", "maybe", "no", "no", "no", "no"]),
      row("crust", "%", [0.1, 0.6, 0.2, 0.01, 0, 0, 0, 0], ["likely", "yes", "likely", "maybe", "no", "no", "no", "no"]),
      { name: "reepithelialised", unit: "%", value: [0, 60, 100, 100, 100, 100, 100, 100], low: [0, 5, 100, 100, 100, 100, 100, 100],
        high: [0.7, 100, 100, 100, 100, 100, 100, 100], sight: [] },
      row("pigment", "%", [1e-7, 1e-6, 0.01, 0.1, 1, 0.9, 0.1, 0.02]),
      row("collagen", "%", [20, 20, 21, 24, 32, 29, 25, 23]),
    ] },
    endpoints: [
      endpoint("wrinkle", { asked: true, set_by: "a made-up trial", blind_to: "muscle" }),
      endpoint("redness", { blind_to: "dark skin" }), endpoint("red_dots", { assumed: true, blind_to: "bruises" }), endpoint("downtime", {}),
      endpoint("density", {}), endpoint("new_scar", {}), endpoint("scar", { assumed: true }),
    ],
    not_stated: ["what the actives of a product do", "wrinkle: muscle"],
    map: map(),
  };
  return page;
}
