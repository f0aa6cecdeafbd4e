import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, read_fixture, with_page } from "./filled_page.mjs";
import { healed } from "./make_healed.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());

test("what will be seen is told at each time in words with intervals, and drawn on skin of the person's phototype", async () => {
  await with_page(browser, healed(), {}, async (page, { complaints }) => {
    const section = await text_of(page, "#outlook");
    for (const part of ["Downtime 4.9 days (3.3 – 7.5)", "1 hour", "Day 28", "6 months", "12 months", "phototype III", "likely seen, slight", "seen, 24 per cm² 14 – 36",
      "may be seen, up to 0.01 %", "not seen", "closed", "risk 1.0 % 0.6 – 1.5", "+32 % +19 to +48", "What the actives of a product do"]) {
      assert.ok(section.includes(part), `${part} is missing from: ${section}`);
    }
    assert.equal(await page.locator(".moments li").count(), 8);
    assert.equal(await page.locator(".moments svg.swatch").count(), 8);
    assert.ok(!section.includes("10⁻"), "a share of next to nothing is written as a power of ten");
    assert.deepEqual(complaints, []);
  });
});

test("redness and dots fade on the swatches, and the high end of the interval is redder than the low end", async () => {
  await with_page(browser, healed(), {}, async (page) => {
    const fills = (moment) => page.locator(".moments li").nth(moment).locator("rect").evaluateAll((all) => all.map((one) => one.getAttribute("fill")));
    const [low, , high] = await fills(1);
    const green = (colour) => Number(/rgb\(\d+ (\d+)/.exec(colour)[1]);
    assert.ok(green(high) < green(low), `${high} is no redder than ${low}`);
    assert.deepEqual(new Set(await fills(5)).size, 1, "skin that is not red has bands");
    const dots = (moment) => page.locator(".moments li").nth(moment).locator("circle").count();
    assert.ok((await dots(0)) > (await dots(2)) && (await dots(5)) === 0);
  });
});

test("cards say what an endpoint comes to against untreated skin, those asked for first", async () => {
  await with_page(browser, healed(), {}, async (page) => {
    const heads = await page.locator("#endpoints .group h3").allInnerTexts();
    assert.equal(heads[0], "What the study asks for");
    const first = await text_of(page, "#endpoints .card");
    for (const part of ["Wrinkles", "−8 %", "−16 to −1", "At least one grade better", "Set by: a made-up trial.", "Does not see: muscle."]) {
      assert.ok(first.includes(part), `${part} is missing from: ${first}`);
    }
    assert.equal(await page.locator("#endpoints .tag").count(), 2);
    assert.match(await text_of(page, "#endpoints details summary"), /Show 1 more/);
  });
});

test("courses are drawn over days with their sessions and the published point, and belong together", async () => {
  await with_page(browser, healed(), {}, async (page, { complaints }) => {
    assert.match(await text_of(page, "#collagen-course"), /Collagen over the course.*Dashed: the 3 sessions\..*published, 53 % \(42 – 65\) 56 days after 5 sessions 30 days apart \(Layers2003\)/);
    assert.equal(await page.locator("#collagen-course .drawing circle").count(), 1);
    assert.equal(await page.locator("#skin-course .panels-of-curves > div").count(), 3);
    assert.match(await text_of(page, "#skin-course .drawing"), /grade, 0 to 4.*per cm².*% of the surface.*time since the last session \(days\)/);
    assert.deepEqual(complaints, []);
  });
});

test("maps of the outcome have a key and a sentence each", async () => {
  await with_page(browser, healed(), {}, async (page) => {
    const maps = page.locator("#outcome-maps .outcome-maps > div");
    assert.equal(await maps.count(), 4);
    assert.match(plain(await maps.first().innerText()), /Gain of collagen.*Half of the places have 2\d % or more/);
    assert.match(plain(await maps.nth(3).innerText()), /0 % in every place/);
    assert.ok((await page.locator("#outcome-maps .tiles path").count()) > 8);
    assert.equal(await page.locator("#outcome-maps .drawing svg").count(), 3, "what is alike in every place needs no map");
  });
  const even = healed();
  for (const name of ["gain", "redness", "pigment", "new_scar"]) even.outcome.map[name] = even.outcome.map[name].map(() => 0);
  await with_page(browser, even, {}, async (page) => assert.equal(await page.locator("#outcome-maps").count(), 0));
});

test("a share of next to nothing reads as such in the table of all quantities", async () => {
  await with_page(browser, healed(), {}, async (page) => {
    const table = await text_of(page, "#quantities");
    assert.ok(table.includes("Healing: how it heals") && table.includes("< 0.001"));
    assert.ok(!table.includes("10⁻"));
  });
});

test("a run that healed nothing shows none of it", async () => {
  const data = await read_fixture();
  for (const one of [data, { ...data, outcome: null }, { ...healed(), outcome: { outlook: {}, map: null } }]) {
    await with_page(browser, one, {}, async (page, { complaints }) => {
      assert.equal(await page.locator("#outlook, #endpoints, #outcome-maps").count(), 0);
      assert.deepEqual(complaints, []);
    });
  }
});

test("the healed page fits a phone and paper", async () => {
  await with_page(browser, healed(), { viewport: { width: 360, height: 740 } }, async (page) => {
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#outlook").isVisible());
  });
});
