import type { Page, Source } from "../data";
import { element } from "../element";
import { words } from "../strings";
import { section } from "./section";

function doi_link(doi: string): HTMLElement | false {
  if (!/^10\.\d{4,9}\/\S+$/.test(doi)) return false;
  const href = `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
  return element("a", { href, rel: "noreferrer" }, `${words.sources.doi} ${doi}`);
}

function entry(source: Source): HTMLElement {
  return element("li", { id: `source-${source.key}` },
    element("p", {}, source.citation || source.key),
    element("p", { class: "facts" },
      element("code", {}, source.key),
      source.read_as !== "" && element("span", { class: "read-as" }, words.read_as(source.read_as)),
      doi_link(source.doi)),
    source.used_for.length > 0 && element("details", {},
      element("summary", {}, words.sources.used_for(source.used_for.length)),
      element("p", { class: "paths" }, ...source.used_for.flatMap((path) => [element("code", {}, path), " "]))));
}

export function sources(page: Page): HTMLElement | null {
  if (page.sources.length === 0) return null;
  return section("sources", words.sources.heading,
    element("p", {}, words.sources.lead), element("ol", { class: "sources" }, ...page.sources.map(entry)));
}
