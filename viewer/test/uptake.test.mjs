import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { filled, launch, read_fixture, with_page } from "./filled_page.mjs";
import { comparison } from "./make_comparison.mjs";
import { at, put_on, soaked } from "./make_uptake.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());

test("the first screen names the product, folds what is assumed of it and says how much gets in", async () => {
  await with_page(browser, soaked(), {}, async (page, { complaints }) => {
    assert.match(await text_of(page, ".put-on"), /^Put on: Copper peptide serum\. It holds ghk-cu 2\.5 % \(1 to 4\)\. 2 mg\/cm² 2 min after the last pass\. What is assumed of it$/);
    await page.locator(".put-on summary").click();
    assert.match(await text_of(page, ".put-on"), /Assumed: pH\./);
    assert.match(await text_of(page, ".answer"), /What gets in\. 25 % \(2\.5 – 75\) of the GHK-Cu put on is past the stratum corneum after 24 h, 30 times \(1\.1 – 9,000\) as much as through skin without holes\./);
    assert.deepEqual(complaints, []);
  });
});

test("a wide factor is said to be hardly known, and one that cannot be told is not made up", async () => {
  await with_page(browser, soaked(), {}, async (page) => {
    assert.match(await text_of(page, "#uptake .active > .reading"), /hardly known: the interval reaches from 1\.1 to 9,000.*At its low end the holes bring next to nothing more/);
  });
  const sharp = soaked([{ factor: [3, 2.5, 4] }]);
  await with_page(browser, sharp, {}, async (page) => assert.doesNotMatch(await text_of(page, "#uptake"), /hardly known|next to nothing/));
  const none = soaked([{ factor: null }]);
  for (const one of none.results) if (one.name.endsWith(".intact_uptake")) Object.assign(one, { value: 0, low: 0, high: 0 });
  await with_page(browser, none, {}, async (page) => {
    assert.match(await text_of(page, "#uptake .active > .reading"), /cannot be told: through skin without a hole none gets in/);
    assert.doesNotMatch(await text_of(page, "#uptake"), /NaN|undefined/);
  });
});

test("places stand in a table at 1, 4 and 24 h with and without holes, next to nothing as such", async () => {
  await with_page(browser, soaked(), {}, async (page) => {
    const rows = page.locator(".places tbody tr");
    assert.equal(await rows.count(), 9, "eight places that hold something, and the sum");
    assert.equal(await page.locator(".places thead th").count(), 7);
    const papillary = await text_of(page, ".places tbody tr:nth-child(5)");
    assert.ok(papillary.startsWith("Papillary dermis") && papillary.includes("< 0.0001"), papillary);
    assert.ok(!(await text_of(page, ".places")).includes("10⁻"));
    assert.match(await text_of(page, ".places tbody tr:last-child"), /^Past the stratum corneum/);
  });
});

test("what is past the stratum corneum is one drawing with two lines, places are panels on one scale", async () => {
  await with_page(browser, soaked(), {}, async (page, { complaints }) => {
    assert.equal(await page.locator("#uptake-ghk-cu h3").innerText(), "GHK-Cu past the stratum corneum");
    assert.equal(await page.locator("#uptake-ghk-cu .drawing svg g[data-mark=line] path").count(), 2);
    assert.match(await text_of(page, "#uptake-ghk-cu .drawing"), /time since the product was first put on \(h\)/);
    assert.equal(await page.locator("#layers-ghk-cu .panels-of-layers > div").count(), 8);
    assert.match(await text_of(page, "#layers-ghk-cu .caption"), /Nothing at any time: washed or wiped off/);
    assert.equal(await page.locator("#figures #uptake-ghk-cu, #figures #layers-ghk-cu").count(), 0, "drawn twice");
    const numbers = await page.locator("figure .overline").allInnerTexts();
    assert.deepEqual(numbers, numbers.map((_, i) => `Figure ${i + 1}`));
    assert.deepEqual(complaints, []);
  });
});

test("the flow's widths are to scale and its parts add up", async () => {
  await with_page(browser, soaked(), {}, async (page) => {
    const bars = await page.locator("#flow-ghk-cu .drawing rect").evaluateAll((all) => all.map((one) => [one.dataset.part, Number(one.getAttribute("width"))]));
    const width = Object.fromEntries(bars);
    assert.ok(Math.abs(width["On the skin"] + width["Went in"] - width.source) < 0.1, JSON.stringify(width));
    const { places } = soaked().uptake[0].drawn;
    const amount = (name) => places.find((one) => one.name === name).amount[at.indexOf(24)];
    assert.ok(Math.abs(width["On the skin"] / width.source - amount("surface") / 50) < 1e-3);
    assert.ok(Math.abs(width.blood / width.converted - amount("blood") / amount("converted")) < 0.05);
    assert.match(await text_of(page, "#flow-ghk-cu .drawing"), /Put on 50 µg\/cm².*drawn \d\.\d times as wide/);
  });
});

test("the slider moves the cut through the skin from a minute to a day", async () => {
  await with_page(browser, soaked(), {}, async (page, { complaints }) => {
    const slider = page.locator("#cut-ghk-cu input[type=range]");
    const fill = (panel) => page.locator("#cut-ghk-cu .skin-cut").nth(panel).locator("[data-place=reticular_dermis]").evaluate((one) => one.style.fill);
    assert.equal(await slider.getAttribute("aria-valuetext"), "4 h");
    assert.notEqual(await fill(0), await fill(1));
    const before_move = await fill(0);
    await slider.focus();
    await page.keyboard.press("Home");
    assert.equal(await slider.getAttribute("aria-valuetext"), "1 min");
    assert.notEqual(await fill(0), before_move);
    await page.keyboard.press("End");
    assert.match(await text_of(page, "#cut-ghk-cu .closer-told"), /^After 24 h: past the stratum corneum 12 µg\/cm² with holes, 0\.12 µg\/cm² without\.$/);
    assert.equal(await page.locator("#cut-ghk-cu .skin-cut").nth(1).locator(".hole").count(), 0);
    assert.ok((await page.locator("#cut-ghk-cu .skin-cut").nth(0).locator(".hole").count()) > 0);
    const heights = await page.locator("#cut-ghk-cu .skin-cut").first().locator(".slab").evaluateAll((all) => all.map((one) => Number(one.getAttribute("height"))));
    assert.ok(Math.abs(heights[0] / heights[3] - 0.017 / 1.09) < 1e-3, `${heights}`);
    assert.deepEqual(complaints, []);
  });
});

test("amounts by place stay out of the table of all quantities, which says where they are", async () => {
  const data = soaked();
  data.sessions[0].results.push(...put_on().results);
  await with_page(browser, data, {}, async (page) => {
    const table = await text_of(page, "#quantities");
    assert.match(table, /layer and time in a section of its own: What gets in\./);
    assert.match(table, /GHK-Cu: past the stratum corneum, 24 h/);
    assert.doesNotMatch(table, /blood|amount\.|10⁻/);
    assert.doesNotMatch(await text_of(page, "#sessions"), /blood and lymph|amount/);
  });
});

test("an active that is only made of another has no share of a dose, and a third is folded away", async () => {
  await with_page(browser, soaked([{}, { name: "copper", dose: 0, made: 3 }, { name: "urea" }]), {}, async (page, { complaints }) => {
    assert.match(await text_of(page, ".active:nth-of-type(2) > .reading"), /^No copper ions is put on: it comes from another active/);
    assert.match(await text_of(page, "#uptake > details summary"), /Show 1 more of its actives/);
    assert.doesNotMatch(await page.locator("main").innerText(), /NaN|undefined|Infinity|\[object/);
    assert.deepEqual(complaints, []);
  });
});

const lessened = {
  "without curves": (data) => (data.figures.curves = []),
  "without layers": (data) => delete data.figures.depth_histogram,
  "without the drawn run": (data) => delete data.uptake[0].drawn,
  "without skin free of holes": (data) => delete data.uptake[0].intact,
  "with no hole": (data) => (data.uptake[0].drawn.hole = { per_cm2: 0, width_um: 0, depth_mm: 0 }),
  "of which nothing is told": (data) => (data.uptake = []),
  "without results": (data) => (data.results = []),
};
for (const [how, change] of Object.entries(lessened)) {
  test(`a product ${how} still makes a page`, async () => {
    const data = soaked();
    change(data);
    await with_page(browser, data, {}, async (page, { complaints }) => {
      assert.ok(await page.locator("#uptake-title").isVisible());
      assert.doesNotMatch(await page.locator("main").innerText(), /NaN|undefined|Infinity|\[object/);
      assert.equal(await page.locator("main").evaluate((main) => /NaN|Infinity/.test(main.innerHTML)), false);
      assert.deepEqual(complaints, []);
    });
  });
}

test("without a product nothing is said of what gets in, and markup in its words stays text", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => assert.equal(await page.locator("#uptake, .put-on").count(), 0));
  const data = soaked([{ name: "<img src=x>" }]);
  data.product.sentences[0] = "<b>bold</b>";
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.equal(await page.locator("main img, .put-on p b b").count(), 0);
    assert.deepEqual(complaints, []);
  });
});

test("the section fits a phone and paper, and the page stays below five megabytes", async () => {
  const data = soaked([{}, { name: "copper" }, { name: "urea" }]);
  await with_page(browser, data, { viewport: { width: 360, height: 740 } }, async (page) => {
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#cut-urea .skin-cut").first().isVisible());
    assert.equal(await page.locator("#cut-urea .time-slider").isVisible(), false);
    const page_height = ((297 - 34) / 25.4) * 96;
    for (const one of await page.locator("#uptake figure .whole").all()) assert.ok((await one.boundingBox()).height < page_height);
  });
  assert.ok(Buffer.byteLength(await filled(data)) < 5_000_000);
});

test("a comparison names the curves of what gets in and leaves amounts by place to its files", async () => {
  const data = comparison(2);
  const { results, curves } = put_on();
  for (const { page: one } of data.runs) {
    one.results = [...one.results, ...results];
    one.figures.curves.push(...curves);
  }
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.equal(await page.locator("#uptake-ghk-cu h3").innerText(), "GHK-Cu past the stratum corneum");
    assert.match(await text_of(page, "#further"), /GHK-Cu: times skin without holes, 24 h/);
    assert.doesNotMatch(await text_of(page, "#further"), /blood and lymph, 24 h/);
    assert.deepEqual(complaints, []);
  });
});

test("the map of what got in is in tiles of the window with a key, a scale bar and its spread in words", async () => {
  await with_page(browser, soaked(), {}, async (page, { complaints }) => {
    assert.match(await text_of(page, "#dose-map-ghk-cu .reading"), /half of the window has taken up 12 µg\/cm² or more; one place in ten has under [\d.]+ µg\/cm², one in ten over [\d.]+ µg\/cm²\. .* mean is 12 µg\/cm² \(1\.2 – 37\)/);
    const tiles = await page.locator("#dose-map-ghk-cu .tiles > path").evaluateAll((all) => all.reduce((sum, one) => sum + one.getAttribute("d").split("Z").length - 1, 0));
    assert.equal(tiles, soaked().uptake[0].map.value.length);
    const steps = await page.locator("#dose-map-ghk-cu .step").count();
    assert.ok(steps > 3 && steps <= 8, `${steps}`);
    const bar = await page.locator("#dose-map-ghk-cu .scale-bar path").boundingBox();
    const label = await page.locator("#dose-map-ghk-cu .scale-bar text").boundingBox();
    assert.ok(label.x > bar.x + bar.width, "the label stands on its bar");
    const map = await page.locator("#dose-map-ghk-cu .tiles").boundingBox();
    const { columns, side } = soaked().uptake[0].map;
    assert.equal(await text_of(page, "#dose-map-ghk-cu .scale-bar text").catch(() => page.locator("#dose-map-ghk-cu .scale-bar text").textContent()).then((one) => one.replace(/\u00a0/g, " ")), "10 mm");
    assert.ok(Math.abs(bar.width / map.width - 10 / (columns * side)) < 0.02, `${bar.width} ${map.width}`);
    assert.deepEqual(complaints, []);
  });
});

test("the skin around a hole is drawn cell by cell, to scale and mirrored, darker the more is there", async () => {
  await with_page(browser, soaked(), {}, async (page) => {
    const panels = page.locator("#hole-cut-ghk-cu .hole-cut");
    assert.equal(await panels.count(), 2);
    assert.match(await text_of(page, "#hole-cut-ghk-cu .reading"), /120 µm wide, 300 µm deep, 800 µm from the middle/);
    const cells = await panels.first().locator(".cell").evaluateAll((all) => all.map((one) => ({ ...Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, Number(one.getAttribute(name))])), fill: one.style.fill })));
    const row = cells.filter(({ y }) => y === cells[0].y).sort((a, b) => a.x - b.x);
    const { value, down_um: down } = soaked().uptake[0].cut;
    const scale = cells[0].height / (down[2] - down[1]);
    for (const [i, { x, width, fill }] of row.entries()) {
      const twin = row[row.length - 1 - i];
      assert.ok(Math.abs(x + twin.x + twin.width) < 0.02, "mirrored");
      assert.equal(fill, twin.fill);
      if (i > 0) assert.ok(Math.abs(row[i - 1].x + row[i - 1].width - x) < 0.02, "without a gap");
      assert.ok(width > 0);
    }
    const middle = row.filter(({ x, width }) => Math.abs(x) < 0.01 || Math.abs(x + width) < 0.01);
    assert.ok(Math.abs(middle[0].width / scale - 60) < 0.5, `${middle[0].width / scale}`);
    assert.notEqual(middle[0].fill, row[0].fill);
    assert.ok(value[0][3] > value[0][5]);
  });
});

test("where no hole stays nothing is drawn around one", async () => {
  const whole = soaked();
  whole.uptake[0].cut = null;
  await with_page(browser, whole, {}, async (page) => assert.equal(await page.locator("#hole-cut-ghk-cu").count(), 0));
});

test("small amounts are told in a smaller unit, and a map that is alike everywhere is not drawn", async () => {
  const small = soaked();
  small.uptake[0].map.value = small.uptake[0].map.value.map((one) => one / 1e5);
  await with_page(browser, small, {}, async (page) => assert.match(await text_of(page, "#dose-map-ghk-cu .depth-key"), /ng\/cm²/));
  const even = soaked();
  even.uptake[0].map.value = even.uptake[0].map.value.map(() => 3);
  await with_page(browser, even, {}, async (page) => assert.equal(await page.locator("#dose-map-ghk-cu").count(), 0));
  const made = soaked([{ dose: 0, made: 3 }]);
  await with_page(browser, made, {}, async (page) => assert.equal(await page.locator("#dose-map-ghk-cu").count(), 0));
});
