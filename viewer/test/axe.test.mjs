// No serious finding of axe-core, on either page, light or dark, on phone or laptop.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, read_fixture, with_page } from "./filled_page.mjs";
import { healed } from "./make_healed.mjs";
import { soaked } from "./make_uptake.mjs";
import { comparison } from "./make_comparison.mjs";

let browser, axe;
before(async () => {
  browser = await launch();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(() => browser?.close());

const pages = { report: read_fixture, "healed report": async () => healed(), "report of a product": async () => soaked(), comparison: async () => comparison(3) };

/** What these reports add is seen in two of the four ways. */
const is_left_out = (name, colorScheme, width) => ["healed report", "report of a product"].includes(name) && (colorScheme === "light") === (width === 390);

for (const [name, data] of Object.entries(pages)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      if (is_left_out(name, colorScheme, width)) continue;
      test(`axe finds nothing serious on the ${name}, ${colorScheme}, ${width} wide`, async () => {
        const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
        await with_page(browser, await data(), options, async (page) => {
          await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"], selectors: false }));
          const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
          assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 160), nodes[0].failureSummary]), []);
        });
      });
    }
  }
}
