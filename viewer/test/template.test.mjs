import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { build } from "../build.mjs";
import { fixture } from "./make_fixture.mjs";
import { filled, fixture_file, slot, template_file } from "./filled_page.mjs";

const kept = () => readFile(template_file, "utf8");

test("the kept template is byte for byte what its sources build", async () => {
  assert.ok((await build()) === (await kept()), "dist/report.html is stale: npm run build");
});

test("the template has its data slot exactly once", async () => {
  assert.equal((await kept()).split(slot).length - 1, 1);
});

test("the template stays well below one megabyte", async () => {
  assert.ok(Buffer.byteLength(await kept()) < 700_000);
});

test("a report with twenty thousand punctures stays below five megabytes", async () => {
  assert.ok(Buffer.byteLength(await filled(fixture(20_000))) < 5_000_000);
});

test("the template names nothing to be fetched", async () => {
  const markup = (await kept()).replace(/<script>[^]*?<\/script>/g, "").replace(/<!--[^]*?-->/g, "");
  assert.doesNotMatch(markup, /(src|href)="(?!data:)|@import|url\((?!#)/);
});

test("the template carries the licences of what it bundles", async () => {
  const notices = (await kept()).split("</body>")[1];
  for (const word of ["@observablehq/plot", "d3-scale", "Permission to use, copy, modify"]) assert.ok(notices.includes(word), word);
});

test("the lockfile names no host", async () => {
  assert.doesNotMatch(await readFile(new URL("../package-lock.json", import.meta.url), "utf8"), /https?:|"resolved"/);
});

test("the kept fixture is what its script writes", async () => {
  assert.equal(await readFile(fixture_file, "utf8"), `${JSON.stringify(fixture())}\n`);
});
