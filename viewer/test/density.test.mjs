import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, read_fixture, with_page } from "./filled_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());
/** The map's marks of the closer look: x, y and size of its square, in pixels. */
const square_of = (page) => page.locator("#density-map .map svg").first().evaluate((map) => {
  const marked = [...map.querySelectorAll("g[data-mark=rect] rect")].at(-1);
  return ["x", "y", "width"].map((name) => Number(marked.getAttribute(name)));
});

test("every tile of the window is drawn once and the gaps are circled", async () => {
  const data = await read_fixture();
  const { inside } = data.figures.density_map;
  await with_page(browser, data, {}, async (page, { complaints }) => {
    const map = page.locator("#density-map .map svg").first();
    const drawn = await map.evaluate((found) =>
      [...found.querySelectorAll(".tiles > path")].reduce((sum, path) => sum + path.getAttribute("d").split("Z").length - 1, 0));
    assert.equal(drawn, inside.filter((share) => share >= 0.25).length);
    assert.equal(await map.locator(".gaps circle:not(.halo)").count(), data.figures.density_map.gaps.length);
    assert.match(await text_of(page, "#density-map .reading"), /spot without a hole is 1.8 mm across/);
    assert.deepEqual(complaints, []);
  });
});

test("the mean density is all strikes over all of the window", async () => {
  const data = await read_fixture();
  const { strikes, inside } = data.figures.density_map;
  const sum = (all) => all.reduce((total, one) => total + one, 0);
  await with_page(browser, data, {}, async (page) => {
    const told = Number(/^(\d+) strikes/.exec(await text_of(page, "#density-map .reading"))[1]);
    assert.ok(Math.abs(told - (100 * sum(strikes)) / sum(inside)) <= 0.5);
  });
});

test("the closer look is moved and sized by the keyboard, and says what it shows", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const before = await square_of(page);
    await page.locator("#density-map button[aria-label='To the right']").focus();
    await page.keyboard.press("Enter");
    const moved = await square_of(page);
    assert.ok(moved[0] > before[0] && moved[1] === before[1]);
    await page.locator("#density-map button[aria-label=Wider]").focus();
    await page.keyboard.press("Space");
    assert.ok((await square_of(page))[2] > moved[2] * 1.9);
    await page.locator("#density-map button[aria-label='Look at gap 2']").press("Enter");
    assert.match(await text_of(page, "#density-map .closer-told"), /square of 5 mm/);
    await page.locator("#density-map button", { hasText: "1 cm²" }).press("Enter");
    assert.match(await text_of(page, "#density-map .closer-told"), /square of 10 mm/);
    assert.equal(await page.locator("#density-map .closer-told").getAttribute("aria-live"), "polite");
  });
});

test("the map of strikes has the same closer look", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const before = await text_of(page, "#puncture-map .closer-told");
    await page.locator("#puncture-map button[aria-label=Closer]").press("Enter");
    const after_press = await text_of(page, "#puncture-map .closer-told");
    assert.match(before, /square of 10 mm marked on the map: \d+ strikes/);
    assert.match(after_press, /square of 5 mm marked on the map: \d+ strikes/);
    const count = (text) => Number(/map: (\d+)/.exec(text)[1]);
    assert.ok(count(after_press) < count(before));
  });
});

test("coarser tiles hold the same strikes", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const count = () => page.locator("#density-map .map svg").first().evaluate((found) =>
      [...found.querySelectorAll(".tiles > path")].reduce((sum, path) => sum + path.getAttribute("d").split("Z").length - 1, 0));
    const fine = await count();
    await page.locator("#density-map input[value='4']").check({ force: true });
    const coarse = await count();
    assert.ok(coarse * 12 < fine && coarse * 20 > fine, `${fine} and ${coarse}`);
  });
});

test("a page with a million strikes draws tiles of all and says that its dots are a share", async () => {
  const data = await read_fixture();
  data.figures.puncture_map.total = 1_000_000;
  data.figures.density_map.strikes = data.figures.density_map.strikes.map((one) => one * 488);
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, "#density-map .caption"), /thinned evenly, the tiles are not/);
    assert.match(await text_of(page, "#puncture-map .caption"), /2,?050 of 1,000,000 strikes/);
  });
});

test("tiles that do not fit their grid are left out", async () => {
  const data = await read_fixture();
  data.figures.density_map.strikes.pop();
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.equal(await page.locator("#density-map").count(), 0);
    assert.deepEqual(complaints, []);
  });
});
