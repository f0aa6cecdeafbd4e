import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, read_fixture, slot, template_file, with_page } from "./filled_page.mjs";
import { fixture } from "./make_fixture.mjs";
import { readFile } from "node:fs/promises";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2060/g, "").replace(/\s+/g, " ");
const text_of = async (page, selector) => plain(await page.locator(selector).innerText());
const colour_of = (page, selector, property) =>
  page.locator(selector).first().evaluate((found, name) => getComputedStyle(found)[name], property);
/** Polls: the page's own policy forbids the browser to evaluate strings, and so the driver's waiting function. */
async function until(count, wanted) {
  for (let left = 50; left > 0 && (await count()) !== wanted; --left) await new Promise((go) => setTimeout(go, 50));
  assert.equal(await count(), wanted);
}
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test("the first screen answers with numbers and their intervals", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const answer = await text_of(page, ".answer");
    for (const part of ["205", "190 – 221", "0.78", "0.61 – 0.97 mm", "0.41 (0.36 – 0.46)", "97 %", "88 – 100", "Not a medical device",
      "80 % interval", "Less even than chance", "The local dose varies by 43 % (38 – 50) from place to place", "The session takes 3.4 min"]) {
      assert.ok(answer.includes(part), `${part} is missing from: ${answer}`);
    }
    assert.match(await text_of(page, ".lead"), /clinical roller with 192 needles of 1.5 mm, used on 10 cm² of the cheek of a virtual woman aged 42/);
    const box = await page.locator(".answer").boundingBox();
    assert.ok(box.y + box.height <= 800, "the answer does not fit the first screen");
  });
});

test("limits stand on the first screen, each with a word, and never as a green light", async () => {
  const data = await read_fixture();
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.match(await text_of(page, ".limits"), /Near a limit How far the needles can reach: 1\.50 mm \(1\.45 – 1\.55\); at most 1\.5 mm \(cheek, in a clinic\)\.$/);
    assert.match(await text_of(page, ".other-limits"), /^No published limit here: needle strikes per area of the treated window\. All limits$/);
    assert.equal(await page.locator("#limits tbody tr").count(), 2);
    assert.match(await text_of(page, "#limits"), /source: SkinPenGuide.*no published limit/s);
    assert.deepEqual(complaints, []);
  });
  data.limits[0] = { ...data.limits[0], verdict: "beyond", at_most: 0.35, distance: -1.15, where: "under the eye", source: "our rule" };
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, ".limits li.beyond"), /^Beyond a limit How far .*at most 0\.35 mm \(under the eye\)\.$/);
    const [limits, panels] = await Promise.all([page.locator(".limits").boundingBox(), page.locator(".panels").boundingBox()]);
    assert.ok(limits.y < panels.y, "the limit stands below the numbers");
    assert.notEqual(await colour_of(page, ".limits li.beyond b", "color"), await colour_of(page, ".other-limits", "color"));
    assert.match(await text_of(page, "#limits"), /our rule/);
  });
  data.site.title = "Under the eye";
  data.limits = [];
  await with_page(browser, data, {}, async (page) => assert.match(await text_of(page, ".lead"), /on 10 cm² of the skin under the eye of a virtual/));
  await with_page(browser, data, {}, async (page) => assert.equal(await page.locator(".limits, .other-limits, #limits").count(), 0));
});

test("all three figures are drawn, told in words and backed by a table", async () => {
  await with_page(browser, await read_fixture(), {}, async (page, { complaints }) => {
    for (const id of ["puncture-map", "depth-histogram", "layer-reach"]) {
      const figure = page.locator(`#${id}`);
      assert.ok((await figure.locator(".drawing svg").count()) > 0, `${id} is not drawn`);
      assert.ok((await figure.locator("[role=img]").getAttribute("aria-label")).length > 40);
      assert.ok((await figure.locator("details table tbody tr").count()) >= 3);
    }
    assert.deepEqual(complaints, []);
  });
});

test("curves are drawn with their bands, told in words and backed by a table", async () => {
  await with_page(browser, await read_fixture(), {}, async (page, { complaints }) => {
    const figure = page.locator("#closure-course");
    assert.equal(await figure.locator(".panels-of-curves svg").count(), 2);
    assert.match(await text_of(page, "#closure-course header"), /How the holes close/);
    assert.ok((await figure.locator("details table tbody tr").count()) === 13);
    assert.match(await text_of(page, ".open-time"), /whole again after 2.1 h \(0.9 – 5.4\).*31 h \(16 – 58\).*118 µm/);
    assert.deepEqual(complaints, []);
  });
});

test("what the needles do is told in the run's own sentences, and left out where there is nothing", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    assert.match(await text_of(page, "#findings"), /What the needles do.*the hand must press with/s);
  });
  const data = await read_fixture();
  data.findings = [];
  await with_page(browser, data, {}, async (page) => {
    assert.equal(await page.locator("#findings").count(), 0);
  });
});

test("where half of the variants leave no hole, that is said in place of zeros", async () => {
  const data = await read_fixture();
  for (const name of ["barrier_time", "pore_time", "channel_width", "residual_depth"]) set_result(data, name, 0, 0, 8.35);
  await with_page(browser, data, {}, async (page, { complaints }) => {
    const said = /In half of the variants or more no hole stays\. At the upper end of the interval the barrier counts as whole again after 8\.\d+ h and a hole is to be seen for 8\.\d+ h\./;
    assert.match(await text_of(page, ".open-time"), said);
    assert.doesNotMatch(await text_of(page, ".open-time"), /after 0|Left behind/);
    assert.match(await text_of(page, "#closure-course .reading"), said);
    assert.match(await text_of(page, "#closure-course .caption"), /Only variants in which a hole stays are counted\. The time axis is stretched at its start/);
    assert.deepEqual(complaints, []);
  });
});

test("a run without holes says nothing of closing", async () => {
  const data = await read_fixture();
  data.results = data.results.filter(({ room }) => room !== "closure");
  data.figures.curves = [];
  await with_page(browser, data, {}, async (page) => {
    assert.equal(await page.locator(".open-time").count(), 0);
    assert.equal(await page.locator("#closure-course").count(), 0);
  });
});

test("every puncture is drawn once on the map", async () => {
  const data = await read_fixture();
  await with_page(browser, data, {}, async (page) => {
    const drawn = await page.locator("#puncture-map .drawing svg").first().evaluate((map) =>
      [...map.querySelectorAll(".punctures path")].reduce((sum, path) => sum + path.getAttribute("d").split("M").length - 1, 0));
    assert.equal(drawn, data.figures.puncture_map.shown);
  });
});

test("the map has one scale for both axes", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const [width, height] = await page.locator("#puncture-map .drawing svg").first().evaluate((map) => {
      const window_path = [...map.querySelectorAll("path")].find((one) => one.closest("[stroke-dasharray]"));
      const { width, height } = window_path.getBBox();
      return [width, height];
    });
    assert.ok(Math.abs(width / height - 1) < 0.01, `${width} x ${height}`);
  });
});

test("where every slice is empty in most variants the bars are the drawn run", async () => {
  const data = await read_fixture();
  data.figures.depth_histogram.value.fill(0);
  data.figures.depth_histogram.low.fill(0);
  await with_page(browser, data, {}, async (page) => {
    const figure = page.locator("#depth-histogram");
    assert.match(await text_of(page, "#depth-histogram .caption"), /the run with every input at its median/);
    await figure.locator("summary").click();
    const counts = await figure.locator("details table").first().locator("tbody tr td:nth-child(2)").allInnerTexts();
    const { x, y, depth } = data.figures.puncture_map;
    const pierced = x.filter((at, i) => at > 19 && at < 50.6 && y[i] > 18 && y[i] < 49.6 && depth[i] > 0).length;
    const sum = counts.reduce((total, one) => total + Number(one), 0);
    assert.ok(Math.abs(sum - pierced / data.site.window_cm2) < 0.05 * counts.length, `${sum} against ${pierced / 10}`);
  });
});

test("the mean over the variants, where given, makes the bars", async () => {
  const data = await read_fixture();
  data.figures.depth_histogram.mean = data.figures.depth_histogram.value.map((one) => one / 2);
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, "#depth-histogram .caption"), /mean of the variants/);
  });
});

/** Sets a result and, where it is a reach, its row of the figure. */
function set_result(data, name, value, low, high) {
  for (const one of [...data.results, ...data.figures.layer_reach]) if (one.name === name) Object.assign(one, { value, low, high });
}

test("where no needle pierces at the median the page says so beside the depth", async () => {
  const data = await read_fixture();
  set_result(data, "depth_in_place", 0, 0, 0.13);
  set_result(data, "pierced_share", 0, 0, 0.99);
  set_result(data, "reach_dermis", 0, 0, 0.98);
  await with_page(browser, data, {}, async (page) => {
    const said = /In the median variant no needle pierces the skin; the interval reaches from none to 99 % of the strikes/;
    const answer = await text_of(page, ".answer");
    assert.match(answer, said);
    assert.match(answer, /A strike that does not pierce counts as depth 0/);
    assert.match(answer, /Dermis 0 – 98 % median 0 %/);
    assert.match(answer, /Large figures are medians, or the range itself where it spans more than half/);
    const reading = await text_of(page, "#depth-histogram .reading");
    assert.match(reading, said);
    assert.doesNotMatch(reading, /dermis|corneum/);
    const box = await page.locator(".answer").boundingBox();
    assert.ok(box.y + box.height <= 800, "the answer does not fit the first screen");
  });
});

test("the longest answer below a long title and two limits fits the first screen", async () => {
  const data = await read_fixture();
  data.title = "Motor pen, atrophic acne scars on the cheek, three sessions, numbing cream before";
  set_result(data, "depth_in_place", 0, 0, 0.13);
  set_result(data, "pierced_share", 0, 0, 0.99);
  set_result(data, "reach_dermis", 0, 0, 0.98);
  const [reach, density] = data.limits;
  data.limits = [
    { ...reach, verdict: "beyond", at_most: 0.35, where: "under the eye, in a clinic" },
    { ...density, verdict: "near", at_most: 250, where: "cheek, in a clinic" },
    { ...reach, verdict: "no published limit", quantity: "insertion.depth_in_place", meaning: "Mean depth of the needles that pierce, while in the skin" },
  ];
  await with_page(browser, data, {}, async (page) => {
    assert.equal(await page.locator(".limits li").count(), 2);
    const box = await page.locator(".answer").boundingBox();
    assert.ok(box.y + box.height <= 800, `the answer ends at ${box.y + box.height} of 800`);
  });
});

test("a share that may be almost anything reads as uncertain", async () => {
  const data = await read_fixture();
  set_result(data, "pierced_share", 0.7, 0.2, 1);
  set_result(data, "reach_fat", 0.4, 0, 1);
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, ".answer"), /Somewhere between 20 % and 100 % of the strikes pierce the skin; 70 % in the median variant/);
    assert.match(await text_of(page, "#layer-reach .reading"), /96 \(86 – 99\) enter the dermis and somewhere between none and all enter the fat/);
  });
});

test("where every strike pierces nothing is said of strikes that do not", async () => {
  const data = await read_fixture();
  set_result(data, "pierced_share", 1, 1, 1);
  await with_page(browser, data, {}, async (page) => {
    const answer = await text_of(page, ".answer");
    assert.match(answer, /100 % of the strikes pierce the skin/);
    assert.doesNotMatch(answer, /does not pierce/);
  });
});

test("the share of strikes at least as deep as each edge stands in the table where it is given", async () => {
  const data = await read_fixture();
  const { edges } = data.figures.depth_histogram;
  data.figures.depth_histogram.deeper = edges.map((edge) => ({ value: Math.max(0, 0.97 - edge), low: 0, high: Math.max(0, 1 - edge) }));
  await with_page(browser, data, {}, async (page) => {
    const figure = page.locator("#depth-histogram");
    await figure.locator("summary").click();
    const rows = figure.locator("details table").nth(1).locator("tbody tr");
    assert.equal(await rows.count(), edges.filter((edge) => edge < 1).length);
    assert.equal(plain((await rows.nth(4).locator("th, td").allInnerTexts()).join(" ")), "0.20 77.0 % 0.0 – 80.0");
  });
});

test("the map tells strikes inside the window from those beside it", async () => {
  const data = await read_fixture();
  const { x, y } = data.figures.puncture_map;
  const inside = x.filter((at, i) => at > 19 && at < 50.6 && y[i] > 18 && y[i] < 49.6).length;
  await with_page(browser, data, {}, async (page) => {
    assert.ok((await text_of(page, "#puncture-map .reading")).includes(`2,050 strikes, ${inside.toLocaleString("en")} of them inside the treated window of 10 cm²`));
  });
});

test("a seed keeps all its digits", async () => {
  const data = await read_fixture();
  const text = JSON.stringify(data).replace('"seed":7', '"seed":18446744073709551615').replaceAll("<", "\\u003c");
  const template = await readFile(template_file, "utf8");
  await with_page(browser, template.replace(slot, () => text), {}, async (page) => {
    assert.match(await text_of(page, "#reproduce"), /Seed 18446744073709551615 /);
  });
});

test("twenty thousand punctures keep the page light", async () => {
  await with_page(browser, fixture(20_000), {}, async (page, { complaints }) => {
    assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) < 4200);
    assert.deepEqual(complaints, []);
  });
});

test("pointing at a puncture reads out its depth", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const map = page.locator("#puncture-map .drawing svg").first();
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    await page.mouse.move(box.x + box.width / 2 - 4, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator("#puncture-map svg [aria-label=tip]", { hasText: /mm deep|did not pierce/ }).first().waitFor();
  });
});

test("a phone has no sideways scroll, closed or opened", async () => {
  await with_page(browser, await read_fixture(), { viewport: { width: 360, height: 740 } }, async (page) => {
    assert.equal(await overflow(page), 0);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    assert.equal(await overflow(page), 0);
  });
});

test("the system's dark mode changes the colours, and the choice overrules it", async () => {
  await with_page(browser, await read_fixture(), { colorScheme: "light" }, async (page) => {
    const light = await colour_of(page, "html", "backgroundColor");
    const dot = await colour_of(page, ".punctures .dots", "stroke");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForSelector("html[data-theme=dark]", { state: "attached" });
    assert.notEqual(await colour_of(page, "html", "backgroundColor"), light);
    assert.notEqual(await colour_of(page, ".punctures .dots", "stroke"), dot);
    await page.getByRole("radio", { name: "Light" }).check({ force: true });
    assert.equal(await colour_of(page, "html", "backgroundColor"), light);
  });
});

test("print opens every detail and closes them again", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const shut = () => page.locator("details:not([open])").count();
    const before_print = await shut();
    assert.ok(before_print > 0);
    await page.emulateMedia({ media: "print" });
    await until(shut, 0);
    await page.emulateMedia({ media: "screen" });
    await until(shut, before_print);
  });
});

test("no figure is cut between two printed pages", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const page_height = ((297 - 34) / 25.4) * 96;
    for (const one of await page.locator("figure .whole").all()) {
      assert.equal(await one.evaluate((found) => getComputedStyle(found).breakInside), "avoid");
      assert.ok((await one.boundingBox()).height < page_height);
    }
  });
});

const hostile = 'Roller </script><img src=x onerror="window.struck = 1"><b>bold</b>';

test("markup in any text stays text", async () => {
  const data = await read_fixture();
  data.title = hostile;
  data.person.sex = hostile;
  data.site.title = hostile;
  data.device.kind = hostile;
  data.warnings = [hostile];
  data.inputs_hash = hostile;
  data.results.forEach((one) => Object.assign(one, { meaning: hostile, unit: hostile, room: hostile }));
  data.parameters.forEach((one) => Object.assign(one, { path: hostile, value: hostile, kind: hostile, source: hostile }));
  data.sources.forEach((one) => Object.assign(one, { citation: hostile, doi: `10.1000/"${hostile}`, key: hostile }));
  data.not_built.forEach((one) => Object.assign(one, { room: hostile, reason: hostile }));
  data.ledger.forEach((one) => Object.assign(one, { name: hostile, unit: hostile }));
  data.figures.depth_histogram.layers.forEach((one) => (one.name = hostile));
  data.figures.layer_reach.forEach((one, at) => (one.name = hostile + at));
  data.figures.puncture_map.note = hostile;
  await with_page(browser, data, {}, async (page, { complaints, requests }) => {
    assert.equal(await page.locator("h1").innerText(), hostile);
    assert.equal(await page.evaluate(() => window.struck), undefined);
    assert.equal(await page.locator("img, main script, h1 b, main iframe").count(), 0);
    assert.equal(await page.locator("figure .drawing svg").count(), 9);
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests, []);
  });
});

test("a link to a source can only lead to a DOI", async () => {
  const data = await read_fixture();
  data.sources[0].doi = "javascript:alert(1)";
  data.sources[1].doi = "10.1000/a<b>?c#d";
  await with_page(browser, data, {}, async (page) => {
    const links = await page.locator("#sources a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.ok(links.length > 0);
    for (const link of links) assert.match(link, /^https:\/\/doi\.org\/10\.\d+\/[^<>?#]+$/);
  });
});

const lessened = {
  "without figures": (data) => delete data.figures,
  "with null figures": (data) => (data.figures = { puncture_map: null, depth_histogram: null, layer_reach: null }),
  "without a histogram": (data) => delete data.figures.depth_histogram,
  "with no punctures in the map": (data) =>
    Object.assign(data.figures.puncture_map, { x: [], y: [], depth: [], reentry: [], total: 0, shown: 0 }),
  "with a histogram that has no layers": (data) => (data.figures.depth_histogram.layers = []),
  "with null numbers": (data) => data.results.forEach((one) => Object.assign(one, { value: null, low: null, high: null })),
  "with intervals of no width": (data) => data.results.forEach((one) => Object.assign(one, { low: one.value, high: one.value })),
  "with one depth for all": (data) => data.figures.puncture_map.depth.fill(0.7),
  "with no needle that pierces": (data) => data.figures.puncture_map.depth.fill(0),
  "with nothing but a title": (data) => {
    for (const key of Object.keys(data)) if (!["page", "title"].includes(key)) delete data[key];
  },
};

for (const [how, change] of Object.entries(lessened)) {
  test(`a page ${how} still stands`, async () => {
    const data = await read_fixture();
    change(data);
    await with_page(browser, data, {}, async (page, { complaints }) => {
      assert.equal(await page.locator("h1").innerText(), data.title);
      assert.ok(await page.locator("#reproduce").isVisible());
      assert.doesNotMatch(await page.locator("main").innerText(), /NaN|undefined|Infinity|\[object/);
      assert.equal(await page.locator("main").evaluate((main) => /NaN|Infinity/.test(main.innerHTML)), false);
      assert.deepEqual(complaints, []);
    });
  });
}

test("the unfilled template says what it is", async () => {
  await with_page(browser, await readFile(template_file, "utf8"), {}, async (page, { complaints }) => {
    assert.match(await page.locator("main").innerText(), /empty report template/);
    assert.deepEqual(complaints, []);
  });
});

test("opening the page asks the network for nothing", async () => {
  await with_page(browser, await read_fixture(), {}, async (page, { requests }) => {
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(requests, []);
  });
});

test("a script that is not the page's own does not run", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.struck = 1";
      document.body.append(script);
      return window.struck;
    });
    assert.equal(ran, undefined);
  });
});

test("defaults are told apart from chosen inputs and can be shown by kind", async () => {
  const data = await read_fixture();
  const assumed = data.parameters.filter(({ kind }) => kind === "assumed").length;
  const defaults = data.parameters.filter(({ kind }) => !["chosen", ""].includes(kind)).length;
  await with_page(browser, data, {}, async (page) => {
    assert.ok((await text_of(page, "#inputs")).includes(`${defaults} are defaults`));
    await page.locator("#inputs .defaults summary").click();
    assert.equal(await page.locator("#inputs .default").count(), defaults);
    await page.locator("#inputs input[value=assumed]").check({ force: true });
    assert.equal(await page.locator("#inputs .defaults tbody tr:visible").count(), assumed);
  });
});

test("sessions, rooms not built, sources, ledger and how to repeat are all told", async () => {
  const data = await read_fixture();
  await with_page(browser, data, {}, async (page) => {
    assert.match(await text_of(page, "#sessions"), /Session 1 Session 2 Session 3/i);
    assert.ok((await text_of(page, "#not-built")).includes(data.not_built[1].reason));
    assert.equal(await page.locator("#sources > .body > ol > li").count(), data.sources.length);
    assert.ok((await text_of(page, "#ledger")).includes("punctures.mismatch"));
    const reproduce = await text_of(page, "#reproduce");
    for (const part of [data.inputs_hash, data.version, "Seed 7", "32 variants", "percuta run study.resolved.toml"]) assert.ok(reproduce.includes(part), part);
  });
});

test("the page can be walked with the keyboard", async () => {
  await with_page(browser, await read_fixture(), {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.name), "theme");
    const summary = page.locator("#layer-reach summary");
    await summary.focus();
    assert.notEqual(await summary.evaluate((found) => getComputedStyle(found).outlineStyle), "none");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#layer-reach details").getAttribute("open"), "");
  });
});

test("a bench test says so and shows no empty map", async () => {
  const data = await read_fixture();
  data.experiment = { kind: "insertion-test", manner: "place", skin: "pig-ear" };
  data.site.title = "Pig ear";
  data.results = data.results.filter(({ room }) => room !== "coverage");
  Object.assign(data.figures.puncture_map, { x: [], y: [], depth: [], reentry: [], total: 0, shown: 0 });
  await with_page(browser, data, {}, async (page, { complaints }) => {
    assert.match(await text_of(page, ".lead"), /^Bench test\. A clinical roller with 192 needles of 1.5 mm: driven into pig ear\./);
    assert.equal(await page.locator("#puncture-map").count(), 0);
    assert.equal(await page.locator(".panel").count(), 2);
    assert.deepEqual(complaints, []);
  });
});
