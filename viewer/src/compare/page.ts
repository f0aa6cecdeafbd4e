import type { Comparison } from "../data";
import { element } from "../element";
import { mount, type Figure } from "../figures/figure";
import { contents, k_paper_width } from "../page";
import { prepare_for_print } from "../print";
import { section } from "../sections/section";
import { words } from "../strings";
import { theme_choice } from "../theme";
import { compared_curves } from "./curves";
import { depth_histograms } from "./depths";
import { difference_section, difference_sentence } from "./differences";
import { further_cards, quantity_table, short_cards } from "./intervals";
import { density_maps, strike_maps } from "./maps";
import { named, run_list } from "./runs";

function masthead(data: Comparison): HTMLElement {
  return element("header", { class: "masthead" },
    element("div", { class: "top-line" },
      element("p", { class: "brand" }, element("b", {}, words.brand), element("span", {}, words.compare.report)), theme_choice()),
    element("h1", {}, words.compare.heading(data.runs.length)),
    element("p", { class: "lead" }, difference_sentence(data.differences), " ",
      data.differences.length > 0 && element("a", { href: "#differences" }, words.compare.to_differences)));
}

function warnings(data: Comparison): HTMLElement | null {
  if (data.warnings.length === 0) return null;
  return section("warnings", words.warnings.heading,
    element("ul", { class: "cautions" }, ...data.warnings.map((one) => element("li", {}, one))));
}

/** Two or more runs on the same scales. */
export function comparison(data: Comparison): HTMLElement[] {
  const runs = named(data.runs);
  const figures = [strike_maps(runs), density_maps(runs), depth_histograms(runs), ...compared_curves(runs)]
    .filter((one): one is Figure => one !== null)
    .map((figure, at) => mount(figure, at + 1));
  const drawn = element("section", { class: "figures", id: "figures", "aria-label": words.figures.heading, tabindex: "-1" },
    ...figures.map((one) => one.element));
  const interval_level = data.runs[0]?.page.interval_level ?? 0.8;
  const short = short_cards(runs, interval_level);
  const further = further_cards(runs, interval_level);
  const first = short ?? further;
  const body = (short === null ? [further, drawn] : [short, drawn, further]).filter((one): one is HTMLElement => one !== null);
  const details = [warnings(data), difference_section(data.differences, runs), quantity_table(runs)]
    .filter((one): one is HTMLElement => one !== null);
  prepare_for_print((printing) => figures.forEach((one) => one.redraw(printing ? k_paper_width : undefined)));
  return [
    element("a", { class: "skip", href: `#${first?.id ?? "figures"}` }, words.compare.skip),
    element("main", { class: "comparison" }, masthead(data), run_list(runs), contents([...body, ...details]), ...body,
      element("div", { class: "details" }, ...details)),
    element("footer", {}, element("p", {}, `${words.foot} ${words.purpose}`)),
  ];
}
