// Bundles src/ into one self-contained page. `node build.mjs` writes dist/report.html; the tests call build() and compare.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const slot = '"percuta-data-slot"';

async function bundle() {
  const made = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ["src/main.ts"],
    outdir: "dist",
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["es2020", "chrome90", "firefox90", "safari15"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  const text = (ending) => made.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: text(".js").trim(), style: text(".css").trim(), inputs: Object.keys(made.metafile.inputs) };
}

/** The words of the page that stand in its frame. */
async function frame_words() {
  const made = await esbuild.build({ absWorkingDir: here, entryPoints: ["src/strings.ts"], bundle: true, write: false, format: "esm" });
  const { words } = await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);
  return { language: words.language, brand: words.brand, no_script: words.no_script };
}

/** The licence of every package that went into the bundle, as its own files state it. */
async function notices(inputs) {
  const names = inputs
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined);
  const groups = new Map();
  for (const name of [...new Set(names)].sort()) {
    const folder = join(here, "node_modules", name);
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? (await readFile(join(folder, file), "utf8")).replace(/\r/g, "").trim() : "no licence file";
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  return [...groups].map(([text, owners]) => `${owners.join(", ")}\n\n${text}`).join("\n\n---\n\n").replace(/--+>?/g, "-");
}

export async function build() {
  const { script, style, inputs } = await bundle();
  const code = script.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
  const hash = createHash("sha256").update(code, "utf8").digest("base64");
  const policy = [
    "default-src 'none'", `script-src 'sha256-${hash}'`, "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const frame = await readFile(join(here, "src/frame.html"), "utf8");
  const put = { ...(await frame_words()), policy, style, script: code, notices: await notices(inputs) };
  const page = frame.replace(/\{\{(\w+)\}\}/g, (_, name) => put[name]);
  if (page.split(slot).length !== 2) throw new Error(`the page must hold ${slot} exactly once`);
  return page;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const page = await build();
  await mkdir(join(here, "dist"), { recursive: true });
  await writeFile(join(here, "dist/report.html"), page);
  process.stdout.write(`dist/report.html: ${Math.round(Buffer.byteLength(page) / 1024)} KiB\n`);
}
