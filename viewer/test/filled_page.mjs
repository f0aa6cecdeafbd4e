// A template with data in its slot, as the C++ side fills it, opened in a browser.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const slot = '"percuta-data-slot"';
export const template_file = new URL("../dist/report.html", import.meta.url);
export const fixture_file = new URL("fixture.json", import.meta.url);

export const read_fixture = async () => JSON.parse(await readFile(fixture_file, "utf8"));

export async function filled(data) {
  const template = await readFile(template_file, "utf8");
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  return template.replace(slot, () => json);
}

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

/** Opens the page on `data` and hands it to `look` with what the browser complained of and asked for. */
export async function with_page(browser, data, options, look) {
  const folder = await mkdtemp(join(tmpdir(), "percuta-page-"));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  try {
    const file = join(folder, "report.html");
    await writeFile(file, typeof data === "string" ? data : await filled(data));
    const page = await context.newPage();
    const complaints = [];
    const requests = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    const url = pathToFileURL(file).href;
    await page.goto(url);
    await page.waitForSelector("main");
    await look(page, { complaints, requests: requests.filter((one) => one !== url && !one.startsWith("data:")) });
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}
