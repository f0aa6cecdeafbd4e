import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, with_page } from "./filled_page.mjs";
import { cell } from "./make_cell.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());

test("a diffusion cell is told as a laboratory tells it: release, flux and lag, recovery that adds up", async () => {
  await with_page(browser, cell(), {}, async (page) => {
    assert.match(await text_of(page, ".masthead .lead"), /Human, dermatomed in a diffusion cell, with holes of a given size/);
    assert.match(await text_of(page, "#cell"), /1,200 µg\/cm²/);
    assert.match(await text_of(page, "#cell"), /Through skin without a hole: 120 µg\/cm² .*10 \(5(\.0)? – 20\) times as much/);
    assert.match(await text_of(page, "#cell"), /Its line meets nothing at 0\.5\d* h/);
    const rows = await page.locator("#cell table tbody tr").evaluateAll((all) => all.map((one) => [...one.children].map((cell) => cell.textContent)));
    assert.deepEqual(rows.map(([name]) => name), ["Donor and wash", "Stratum corneum", "Holes", "Viable epidermis", "Dermis", "Receptor", "Samples", "Found in all"]);
    assert.equal(await page.locator("#uptake, #deep, #reach").count(), 0);
    assert.match(await text_of(page, "#permeated-ascorbic-acid"), /Ascorbic acid \(vitamin C\) through the skin/);
  });
});

test("without a hole nothing is said of one, and without a straight part no flux", async () => {
  await with_page(browser, cell({ manner: "intact", has_line: false }), {}, async (page) => {
    const text = await text_of(page, "#cell");
    assert.doesNotMatch(text, /without a hole|Holes/);
    assert.match(text, /No three samples lie on a line/);
    assert.match(await text_of(page, ".masthead .lead"), /in a diffusion cell, without a hole\./);
  });
});
