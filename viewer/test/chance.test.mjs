// Evenness against chance: drawn, told in words, backed by a table; with too few holes it says so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, read_fixture, with_page } from "./filled_page.mjs";
import { comparison } from "./make_comparison.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());
const set_of = (data) => data.figures.curves.find(({ name }) => name === "against_chance");

test("the line and its band are drawn, and the sentence tells where the line leaves it", async () => {
  const data = await read_fixture();
  const set = set_of(data);
  const { value, low, high } = set.curves[0];
  await with_page(browser, data, {}, async (page, { complaints }) => {
    const drawing = page.locator("#against-chance .drawing svg");
    assert.equal(await drawing.count(), 1);
    assert.equal(await drawing.locator("g[data-mark=area]").count(), 1);
    assert.equal(await drawing.locator("g[data-mark=line]").count(), 1);
    const regular = set.at.filter((_, i) => value[i] < low[i]);
    const clumped = set.at.filter((_, i) => value[i] > high[i]);
    const told = await text_of(page, "#against-chance .reading");
    assert.match(told, /Below the band: more regular than chance; above it: clumped, as tracks are\./);
    assert.ok(told.includes(`more regular at ${regular[0]} to ${regular.at(-1)} mm, but clumped at ${clumped[0]} to ${clumped.at(-1)} mm.`), told);
    assert.match(told, /Nearest-neighbour index 1.06 \(0.98 – 1.15\)/);
    assert.match(await text_of(page, "#against-chance .legend"), /1,500 holes drawn at random from the 1,930.*95 of 100 random patterns/);
    assert.match(await text_of(page, "#against-chance .caption"), /global envelope of 99 patterns.*p ≤ 0.01/);
    assert.deepEqual(complaints, []);
  });
});

test("its table opens by the keyboard and reads every row", async () => {
  const data = await read_fixture();
  await with_page(browser, data, {}, async (page) => {
    const figure = page.locator("#against-chance");
    await figure.locator("summary").focus();
    await page.keyboard.press("Enter");
    const readings = await figure.locator("tbody tr td:last-child").allInnerTexts();
    assert.ok(readings.length >= 20 && readings.length <= 31);
    assert.deepEqual([...new Set(readings)].sort(), ["as chance", "clumped", "more regular"]);
  });
});

test("a line that stays inside is not to be told from chance", async () => {
  const data = await read_fixture();
  const set = set_of(data);
  set.curves[0].value = set.at.map(() => 0.001);
  set.chance.asked = set.chance.holes;
  set.chance.p_value = 0.4;
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, "#against-chance .reading"), /stays inside: not to be told from chance/);
    assert.match(await text_of(page, "#against-chance .legend"), /the 1,930 holes of this treatment/);
    assert.match(await text_of(page, "#against-chance .caption"), /p = 0.40/);
  });
});

test("too few holes are told, and nothing is drawn", async () => {
  const data = await read_fixture();
  const set = set_of(data);
  Object.assign(set, { at: [], chance: { holes: 9, asked: 0, simulations: 0, level: 0, p_value: 1 } });
  Object.assign(set.curves[0], { value: [], low: [], high: [] });
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.match(await text_of(page, "#against-chance .reading"), /Too few holes to tell: 9 in the treated window/);
    assert.equal(await page.locator("#against-chance svg").count(), 0);
    assert.equal(await page.locator("#against-chance details").count(), 0);
    assert.deepEqual(complaints, []);
  });
});

test("runs are compared in one drawing with one band where all bands coincide, also when one has too few holes or reaches farther", async () => {
  const data = comparison(3);
  const sets = data.runs.map(({ page }) => set_of(page));
  Object.assign(sets[0], { at: [], chance: { holes: 9, asked: 0, simulations: 0, level: 0, p_value: 1 } });
  Object.assign(sets[0].curves[0], { value: [], low: [], high: [] });
  sets[1].at = sets[1].at.slice(0, 21);
  for (const part of ["value", "low", "high"]) sets[1].curves[0][part] = sets[1].curves[0][part].slice(0, 21);
  await with_page(browser, data, {}, async (page, { complaints }) => {
    const figure = page.locator("#against-chance");
    assert.equal(await figure.locator(".drawing svg").count(), 1);
    assert.equal(await figure.locator(".drawing svg g[data-mark=area]").count(), 1);
    assert.match(await text_of(page, "#against-chance .reading"), /each run, with one band of chance for all/);
    assert.match(await text_of(page, "#against-chance .caption"), /A, too few holes to tell \(9\); B, .+; C, .+ one is drawn/);
    await figure.locator("summary").click();
    const rows = await figure.locator("tbody tr").allInnerTexts();
    assert.match(plain(rows.at(-1)), /^4\.0 – -?−?0\.\d+/);
    assert.deepEqual(complaints, []);
  });
});

test("runs whose bands differ keep each its own, and each run says how many holes were asked", async () => {
  const data = comparison(2);
  const sets = data.runs.map(({ page }) => set_of(page));
  sets[1].curves[0].low = sets[1].curves[0].low.map((one) => 0.5 * one);
  sets[1].chance.asked = sets[1].chance.holes;
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.equal(await page.locator("#against-chance .drawing svg g[data-mark=area]").count(), 2);
    assert.match(await text_of(page, "#against-chance .reading"), /with its own band of chance/);
    assert.match(await text_of(page, "#against-chance .caption"), /within the distance r of a hole.*A, 1,?500 holes drawn at random of 1,?930; B, all 1,?930 holes/);
    assert.deepEqual(complaints, []);
  });
});
