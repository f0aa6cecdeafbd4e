import type { ComparedRun, Result } from "../data";
import { element } from "../element";
import { words } from "../strings";
import { what_was_done } from "../sections/masthead";

/** A run with the letter and the colour that stand for it on the whole page. */
export interface NamedRun extends ComparedRun {
  letter: string;
  colour: string;
  /** Of its lines; told apart without colour too. */
  dashes: string | undefined;
}

const k_dashes = [undefined, "7 3", "2 3", "9 3 2 3", "12 4", "4 2"];

export const named = (runs: ComparedRun[]): NamedRun[] => runs.map((run, at) =>
  ({ ...run, letter: String.fromCharCode(65 + at), colour: `var(--run-${at % 6})`, dashes: k_dashes[at % 6] }));

export function badge({ letter, colour }: NamedRun): HTMLElement {
  const made = element("b", { class: "badge" }, letter);
  made.style.setProperty("--run", colour);
  return made;
}

/** "A, Medical roller" */
export const name_of = ({ letter, page, folder }: NamedRun): string => `${letter}, ${page.title || folder}`;

export const result_of = ({ page }: ComparedRun, name: string): Result | undefined =>
  page.results.find((one) => one.name === name && one.value !== null);

export function run_list(runs: NamedRun[]): HTMLElement {
  return element("ol", { class: "runs", "aria-label": words.compare.runs }, ...runs.map((run) =>
    element("li", {}, badge(run), element("div", {},
      element("h2", {}, run.page.title || words.untitled),
      element("p", {}, what_was_done(run.page)),
      element("p", { class: "folder" }, run.link === "" ? element("code", {}, run.folder)
        : element("a", { href: run.link, "aria-label": words.compare.own_page(run.letter) }, element("code", {}, run.folder)))))));
}
