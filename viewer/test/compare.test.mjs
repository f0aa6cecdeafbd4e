import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { filled, launch, with_page } from "./filled_page.mjs";
import { comparison } from "./make_comparison.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).first().innerText());
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("the first line says what differs", async () => {
  await with_page(browser, comparison(3), {}, async (page, { complaints }) => {
    assert.equal(await text_of(page, "h1"), "Three runs side by side");
    assert.match(await text_of(page, ".lead"), /differ in force \(2 N \| 3 N \| 4 N\) and 1 further input\./);
    assert.match(await text_of(page, "#warnings"), /different versions/);
    assert.deepEqual(complaints, []);
  });
});

test("each run leads to its own page, and nowhere else", async () => {
  const data = comparison(4);
  data.runs[1].link = "javascript:alert(1)//report.html";
  data.runs[2].link = "";
  data.runs[3].link = "../50 % #2/report.html";
  await with_page(browser, data, {}, async (page) => {
    const links = await page.locator(".runs .folder").evaluateAll((all) => all.map((one) => one.querySelector("a")?.getAttribute("href") ?? null));
    assert.deepEqual(links, ["../runs/number-1.run/report.html", null, null, "../50%20%25%20%232/report.html"]);
  });
});

test("what is asked first stands first, the rest behind the figures", async () => {
  await with_page(browser, comparison(2), {}, async (page) => {
    const order = await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(order, ["scales", "figures", "further"]);
    const first = await page.locator("#scales h4").allInnerTexts();
    assert.match(plain(first.join(", ")), /^Depth in place mm, .+Evenness.+Hole to be seen for h$/);
  });
});

test("runs that nobody asks that of have all their quantities first", async () => {
  const data = comparison(2);
  for (const { page } of data.runs) page.results = page.results.map((one) => ({ ...one, name: `other_${one.name}` }));
  await with_page(browser, data, {}, async (page) => {
    const order = await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(order, ["further", "figures"]);
    assert.equal(await page.locator("a.skip").getAttribute("href"), "#further");
  });
});

test("runs that do not differ are said to be alike", async () => {
  const data = comparison(2);
  data.differences = [];
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, ".lead"), /do not differ/);
    assert.equal(await page.locator("#differences").count(), 0);
  });
});

test("each quantity has a row per run, all on one scale", async () => {
  const data = comparison(4);
  await with_page(browser, data, {}, async (page) => {
    assert.equal(await page.locator(".card").count(), data.runs[0].page.results.length);
    const depth = page.locator(".card", { hasText: "Depth in place" });
    assert.equal(await depth.locator(".run-row").count(), 4);
    const highs = data.runs.map(({ page: one }) => one.results.find(({ name }) => name === "depth_in_place").high);
    const ends = await depth.locator(".range").evaluateAll((bars) =>
      bars.map((bar) => (bar.getBoundingClientRect().right - bar.parentElement.getBoundingClientRect().left) / bar.parentElement.getBoundingClientRect().width));
    highs.forEach((high, at) => assert.ok(Math.abs(ends[at] - high / Math.max(...highs)) < 0.01, `${ends} for ${highs}`));
  });
});

test("a quantity that one run lacks leaves its row blank", async () => {
  const data = comparison(2);
  data.runs[1].page.results = data.runs[1].page.results.filter(({ room }) => room !== "closure");
  await with_page(browser, data, {}, async (page) => {
    const card = page.locator(".card", { hasText: "Barrier whole again after" });
    assert.match(plain(await card.innerText()), /not computed/);
    assert.match(await text_of(page, "#quantities"), /Barrier whole again after \(h\) .+ –/);
  });
});

test("a run whose holes stay in few variants is named beside its zeros", async () => {
  const data = comparison(2);
  for (const one of data.runs[1].page.results) if (["channel_width", "barrier_time", "pore_time"].includes(one.name)) Object.assign(one, { value: 0, low: 0 });
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, "#scales h3:last-of-type + .note"), /^B: in half of the variants or more no hole stays\./);
  });
});

test("all maps have the same pixels per millimetre", async () => {
  const data = comparison(3);
  const small = data.runs[2].page.figures;
  for (const list of [small.puncture_map.window, small.puncture_map.outline]) list.forEach((one) => one.forEach((v, k) => (one[k] = v / 2)));
  await with_page(browser, data, {}, async (page) => {
    const widths = await page.locator("#strike-maps .maps svg").evaluateAll((maps) => maps.map((map) => {
      const outline = [...map.querySelectorAll("path")].find((one) => one.closest("[stroke-dasharray]"));
      return outline.getBBox().width;
    }));
    assert.equal(widths.length, 3);
    assert.ok(Math.abs(widths[0] / widths[1] - 1) < 0.01 && Math.abs(widths[0] / widths[2] - 2) < 0.02, String(widths));
  });
});

test("depths stand on one axis and lines of all runs in one panel", async () => {
  await with_page(browser, comparison(3), {}, async (page) => {
    const axes = await page.locator("#depth-histograms svg").evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll("g[data-mark='y-axis tick label'] text")].map((tick) => tick.textContent).join(" ")));
    assert.equal(axes.length, 3);
    assert.equal(new Set(axes).size, 1);
    assert.equal(await page.locator("#closure-course svg").count(), 2);
    assert.equal(await page.locator("#closure-course svg").first().locator("g[data-mark=line] path").count(), 3);
  });
});

test("six runs fit phone and laptop, and a run without figures still stands", async () => {
  const data = comparison(6);
  delete data.runs[5].page.figures;
  for (const width of [360, 1280]) {
    await with_page(browser, data, { viewport: { width, height: 800 } }, async (page, { complaints, requests }) => {
      assert.ok((await overflow(page)) <= 0, `wider than ${width}`);
      assert.equal(await page.locator(".runs li").count(), 6);
      assert.doesNotMatch(await page.locator("main").innerText(), /NaN|undefined|Infinity|\[object/);
      assert.deepEqual([...complaints, ...requests], []);
    });
  }
});

test("text of the data never becomes markup", async () => {
  const data = comparison(2);
  const sly = "<img src=x onerror=alert(1)>";
  data.runs[0].page.title = sly;
  data.runs[0].folder = sly;
  data.differences[1].values[0] = sly;
  await with_page(browser, data, {}, async (page) => {
    assert.equal(await page.locator("main img").count(), 0);
    assert.ok((await text_of(page, ".runs")).includes(sly));
  });
});

test("a comparison of six runs stays below five megabytes", async () => {
  assert.ok(Buffer.byteLength(await filled(comparison(6))) < 5_000_000);
});

test("of a name that several rooms have, only the one that answers the question stands under it", async () => {
  const data = comparison(2);
  for (const { page } of data.runs) {
    page.results.push({ ...page.results.find(({ name }) => name === "density"), room: "endpoints" });
  }
  await with_page(browser, data, {}, async (page) => {
    const titles = (id) => page.locator(`#${id} .card h4`).evaluateAll((all) => all.map((one) => one.textContent));
    const first = await titles("scales"), further = await titles("further");
    assert.equal(first.filter((title) => /^Needle strikes/.test(title)).length, 1, String(first));
    assert.ok(!first.some((title) => /^Collagen over untreated/.test(title)), String(first));
    assert.ok(further.some((title) => /^Collagen over untreated/.test(title)), String(further));
  });
});

test("evenness is marked at chance and the first histogram names its layers", async () => {
  await with_page(browser, comparison(2), {}, async (page) => {
    const card = page.locator(".card", { has: page.locator("h4", { hasText: /^Evenness$/ }) });
    assert.equal(await card.locator(".mark").count(), 2);
    assert.equal(plain(await card.locator(".card-scale").innerText()), "streaks chance even");
    assert.equal(await page.locator(".card", { hasText: "Depth in place" }).locator(".mark").count(), 0);
    const named = await page.locator("#depth-histograms svg.plot").evaluateAll((all) => all.map((one) => one.querySelectorAll(".layer-labels text").length));
    assert.ok(named[0] > 1 && named[1] === 0, String(named));
  });
});

test("every colour of depth stands out from the window and darkens or lightens by steps", async () => {
  for (const theme of ["light", "dark"]) {
    await with_page(browser, comparison(2), { colorScheme: theme }, async (page) => {
      const colours = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ["window", ...Array.from({ length: 8 }, (_, k) => `depth-${k}`)].map((name) => style.getPropertyValue(`--${name}`).trim());
      });
      const light = colours.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)))
        .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
      const contrast = light.map((one) => Math.max(one / light[0], light[0] / one)).slice(1);
      assert.ok(contrast[0] >= 3, `${theme}: ${contrast}`);
      contrast.slice(1).forEach((one, k) => assert.ok(one > 1.15 * contrast[k], `${theme}: ${contrast}`));
    });
  }
});
