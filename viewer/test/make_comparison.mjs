// A made-up comparison of two or more runs, from the fixture of one.
import { fixture, stream } from "./make_fixture.mjs";

export function comparison(n = 2) {
  const next = stream(5);
  const runs = Array.from({ length: n }, (_, at) => {
    const page = structuredClone(fixture(800 + 300 * at));
    page.title = `Run number ${at + 1}`;
    for (const one of page.results) {
      const factor = 0.6 + next();
      for (const part of ["value", "low", "high"]) one[part] = Number((one[part] * factor).toPrecision(4));
    }
    return { folder: `runs/number-${at + 1}.run`, link: `../runs/number-${at + 1}.run/report.html`, page };
  });
  const values = (one) => runs.map((_, at) => one(at));
  return {
    compare: 1,
    differences: [
      { key: "title", chosen: true, values: values((at) => `Run number ${at + 1}`) },
      { key: "technique.force", chosen: true, values: values((at) => `${2 + at} N`) },
      { key: "hand.bow.novice", chosen: false, values: values((at) => `${0.04 + at / 100} (0.01 to 0.1)`) },
    ],
    warnings: ["The runs are of different versions of Percuta."],
    runs,
  };
}
