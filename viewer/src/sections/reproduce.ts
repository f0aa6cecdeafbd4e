import type { Page } from "../data";
import { element, type Child } from "../element";
import { plain_number } from "../numbers";
import { words } from "../strings";
import { section } from "./section";

export function reproduce(page: Page): HTMLElement {
  const fact = (name: string, value: Child): Child[] =>
    value === "" ? [] : [element("dt", {}, name), element("dd", {}, value)];
  return section("reproduce", words.reproduce.heading,
    element("p", {}, words.reproduce.lead),
    element("dl", { class: "facts" },
      ...fact(words.reproduce.version, page.version),
      ...fact(words.reproduce.seed, page.seed),
      ...fact(words.reproduce.members, page.members === null ? "" : words.reproduce.variants(plain_number(page.members))),
      ...fact(words.reproduce.hash, page.inputs_hash && element("code", {}, page.inputs_hash)),
      ...fact(words.reproduce.command, element("code", {}, words.reproduce.shell))),
    element("p", { class: "note" }, words.reproduce.note));
}
