import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

/** A TypeScript module of src/, ready to import. */
async function load(path) {
  const entry = fileURLToPath(new URL(`../src/${path}`, import.meta.url));
  const made = await esbuild.build({ entryPoints: [entry], bundle: true, write: false, format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);
}

const { decimals_of, in_words, is_share, number_text, plain_number, quantity_text, shown, unit_text } = await load("numbers.ts");
const { class_of, class_text, depth_classes } = await load("figures/depth_classes.ts");
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "");

test("an interval's width sets the decimals", () => {
  assert.equal(decimals_of({ value: 205, low: 190, high: 221 }), 0);
  assert.equal(decimals_of({ value: 0.78, low: 0.61, high: 0.97 }), 2);
  assert.equal(decimals_of({ value: 1.15, low: 0.54, high: 1.41 }), 2);
  assert.equal(decimals_of({ value: 0.338, low: 0.315, high: 0.362 }), 3);
});

test("a number and its interval are written together with the unit", () => {
  assert.equal(plain(in_words(shown({ value: 0.781, low: 0.612, high: 0.969 }, "mm"))), "0.78 mm (0.61 – 0.97)");
  assert.equal(plain(in_words(shown({ value: 0.969, low: 0.88, high: 0.996 }, "1", true))), "97 % (88 – 100)");
  assert.equal(plain(in_words(shown({ value: 1, low: 0.999917, high: 1 }, "1", true))), "100 %", "a share is told to a tenth of a percent");
  assert.equal(plain(in_words(shown({ value: 1.5, low: 1.5, high: 1.5 }, "mm"))), "1.5 mm");
});

test("a number that is missing is written as a dash", () => {
  assert.equal(in_words(shown({ value: null, low: null, high: null }, "1")), "–");
});

test("units are written as a reader expects them", () => {
  assert.equal(plain(unit_text("1/cm2")), "per cm²");
  assert.equal(unit_text("um"), "µm");
  assert.equal(unit_text("g/m2/h"), "g/m²/h");
  assert.equal(unit_text("degC"), "°C");
  assert.equal(unit_text("1"), "");
  assert.equal(plain(quantity_text("10 cm2")), "10 cm²");
  assert.equal(plain(quantity_text("420.00000000000006 um")), "420 µm");
  assert.equal(quantity_text("medium hand"), "medium hand");
});

test("large, small and negative numbers stay readable", () => {
  assert.equal(number_text(23456, 0), "23,456");
  assert.equal(number_text(-0.25, 2), "−0.25");
  assert.equal(number_text(-0.001, 1), "0.0");
  assert.equal(number_text(0.0000213, 6), "2.13 × 10⁻⁵");
  assert.equal(plain_number(1.5), "1.5");
  assert.equal(plain_number(0), "0");
});

test("without a unit, next to nothing is told as such and not as a power of ten", () => {
  assert.equal(plain(in_words(shown({ value: 9e-86, low: 0, high: 0.02 }, "1"))), "< 0.001 (0.000 – 0.020)");
  assert.equal(plain(in_words(shown({ value: 0.137, low: 7.7e-7, high: 0.62 }, "1"))), "0.14 (0.00 – 0.62)");
  assert.equal(plain(in_words(shown({ value: 4e-58, low: 4e-58, high: 4e-58 }, "1"))), "< 0.0001");
  assert.equal(plain(in_words(shown({ value: 2e-9, low: 1e-9, high: 3e-9 }, "m"))), "2.00 × 10⁻⁹ m (1.00 × 10⁻⁹ – 3.00 × 10⁻⁹)");
});

test("only shares are shown in percent", () => {
  assert.ok(is_share({ name: "reach_dermis", unit: "1" }) && is_share({ name: "pierced_share", unit: "1" }));
  assert.ok(!is_share({ name: "evenness", unit: "1" }) && !is_share({ name: "reach_dermis", unit: "mm" }));
});

test("depth classes are even steps with open ends, and every depth has one", () => {
  const depth = Array.from({ length: 500 }, (_, at) => 0.3 + at * 0.001);
  const classes = depth_classes({ puncture_map: { depth: [0, 0.01, ...depth, 9] }, depth_histogram: null });
  const steps = classes.edges.slice(1).map((edge, at) => edge - classes.edges[at]);
  assert.ok(steps.length >= 4 && steps.length <= 8);
  for (const step of steps) assert.ok(Math.abs(step - steps[0]) < 1e-9);
  assert.equal(class_of(classes, 0.001), 0);
  assert.equal(class_of(classes, 9), steps.length - 1);
  assert.match(class_text(classes, 0), /^under /);
});

test("what drives a result is told with its keys, what raises it first", async () => {
  const { drivers } = await load("words/outcome.ts");
  assert.equal(drivers([]), "");
  const force = { key: "technique.force", meaning: "Force of the hand", correlation: 0.77 };
  const work = { key: "mechanics.cutting_energy", meaning: "Energy to cut", correlation: -0.63 };
  const tgf = { key: "healing.early_rate", meaning: "TGF-b of early cells", correlation: 0.6 };
  assert.equal(drivers([work, force, tgf]),
    "Rises with technique.force (force of the hand) and healing.early_rate (TGF-b of early cells); falls with mechanics.cutting_energy (energy to cut).");
});
