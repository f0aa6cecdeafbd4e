import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const table = JSON.parse(await readFile(new URL("../page_fields.json", import.meta.url), "utf8"));

/** The page's reader, ready to import. */
async function reader() {
  const entry = fileURLToPath(new URL("../src/read_page.ts", import.meta.url));
  const made = await esbuild.build({ entryPoints: [entry], bundle: true, write: false, format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);
}

const { read_comparison } = await reader();

/** Page data with each field of the table, one item in each list, and a number that suits every field. */
function sample() {
  const page = {};
  for (const field of table.fields) {
    const parts = field.split(".");
    let place = page;
    for (const part of parts.slice(0, -1)) {
      const name = part.replace("[]", "");
      place[name] ??= part.endsWith("[]") ? [{}] : {};
      place = Array.isArray(place[name]) ? place[name][0] : place[name];
    }
    place[parts.at(-1)] = 1;
  }
  const { density_map, depth_histogram, puncture_map, curves } = page.figures;
  Object.assign(density_map, { strikes: [1], inside: [1] });
  Object.assign(depth_histogram, { edges: [0, 1], value: [1] });
  Object.assign(puncture_map, { x: [1], y: [1] });
  Object.assign(page.outcome.map, { x: [1], y: [1], gain: [1], redness: [1], pigment: [1], new_scar: [1] });
  Object.assign(curves[0], { at: [0, 1] });
  Object.assign(curves[0].curves[0], { value: [1, 1] });
  return page;
}

/** `given` with a note in `asked` of each field that is looked up in it. */
function watched(given, path, asked) {
  if (typeof given !== "object" || given === null) return given;
  return new Proxy(given, {
    get(target, key) {
      const value = target[key];
      if (typeof key !== "string" || Array.isArray(target)) {
        return typeof value === "object" ? watched(value, `${path}[]`, asked) : value;
      }
      const own = path === "" ? key : `${path}.${key}`;
      const is_leaf = typeof value !== "object" || (Array.isArray(value) && typeof value[0] !== "object");
      if (is_leaf) asked.add(own);
      return watched(value, own, asked);
    },
  });
}

/** All fields that the reader looks up; JSON.parse is put back afterwards. */
function asked_fields(page) {
  const asked = new Set();
  const { parse } = JSON;
  try {
    JSON.parse = () => ({ compare: 1, runs: [{ page: watched(page, "", asked) }] });
    read_comparison("");
  } finally {
    JSON.parse = parse;
  }
  return asked;
}

test("the reader looks up each field that the writer is tested against, and no other", () => {
  const asked = asked_fields(sample());
  asked.add("page"); // what tells a page from a comparison
  assert.deepEqual([...asked].sort(), table.fields.filter((field) => !table.unread.includes(field)).sort());
});

test("what is written for programs alone is a field of the table", () => {
  for (const field of table.unread) assert.ok(table.fields.includes(field), field);
});
