import * as Plot from "@observablehq/plot";
import type { Page, PunctureMap } from "../data";
import { element, type Child } from "../element";
import { number_text, plain_number, unit_text } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import { closer_look, type CloserLook } from "./closer_look";
import { class_colour, class_count, class_of, class_text, edge_text, type DepthClasses } from "./depth_classes";
import type { Figure } from "./figure";
import { in_window } from "./inside";
import { frame_of, in_box, map_widths, size, type Box } from "./map_box";
import { ground, lines } from "./map_ground";
import { punctures_mark } from "./punctures_mark";

function read_out(map: PunctureMap, i: number): string {
  const depth = map.depth[i] ?? 0;
  const unit = unit_text(map.unit);
  const lines = [
    depth > 0 ? words.map.tip_depth(`${number_text(depth, 2)} ${unit}`) : words.figures.not_pierced,
    map.reentry[i] ? words.map.reentry : "",
    words.map.tip_place(number_text(map.x[i] as number, 1), number_text(map.y[i] as number, 1), unit),
  ];
  return lines.filter(Boolean).join("\n");
}

function hover(map: PunctureMap, box: Box): Plot.Markish {
  return Plot.tip(in_box(map, box), Plot.pointer({
    x: (i: number) => map.x[i],
    y: (i: number) => map.y[i],
    title: (i: number) => read_out(map, i),
    maxRadius: 16,
    fill: "var(--raised)",
    stroke: "var(--line-strong)",
    fontSize: 12,
    lineHeight: 1.3,
  } as Plot.TipOptions));
}

function draw_map(map: PunctureMap, classes: DepthClasses, box: Box, width: number, closer: Box | null): Node {
  const margins = { left: 30, right: 2, top: 8, bottom: 36 };
  const scale = (width - margins.left - margins.right) / size(box.x);
  const radius = Math.min(2, Math.max(0.85, scale * 0.2));
  return Plot.plot({
    width,
    height: Math.round(scale * size(box.y) + margins.top + margins.bottom),
    marginLeft: margins.left, marginRight: margins.right, marginTop: margins.top, marginBottom: margins.bottom,
    className: "plot",
    x: { domain: box.x, label: map.unit, labelArrow: "none", labelAnchor: "right", ticks: width < 420 ? 4 : 7, tickSize: 0 },
    y: { domain: box.y, label: null, ticks: width < 420 ? 4 : 7, tickSize: 0 },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      ...ground(map),
      punctures_mark(map, classes, radius),
      lines(map),
      closer && Plot.rect([0], { x1: closer.x[0], x2: closer.x[1], y1: closer.y[0], y2: closer.y[1],
        fill: "none", stroke: "var(--ink)", strokeWidth: 1.25 }),
      hover(map, box),
    ],
  });
}

function draw_closer(map: PunctureMap, classes: DepthClasses, box: Box, width: number): Node {
  const plot = Plot.plot({
    width, height: width, margin: 1, className: "plot",
    x: { domain: box.x, axis: null },
    y: { domain: box.y, axis: null },
    marks: [
      ...ground(map),
      punctures_mark(map, classes, Math.min(7, Math.max(1.2, (width / size(box.x)) * 0.08))),
      lines(map),
      hover(map, box),
      Plot.frame({ stroke: "var(--ink)", strokeWidth: 1.25 }),
    ],
  });
  return plot;
}

function told(map: PunctureMap, box: Box): string {
  const here = in_box(map, box);
  const again = here.filter((i) => map.reentry[i]).length;
  return words.map.closer(plain_number(size(box.x)), map.unit, plain_number(here.length), plain_number(again));
}

function draw(map: PunctureMap, classes: DepthClasses, look: CloserLook | null, width: number): Node {
  const box = frame_of(map);
  const widths = map_widths(box, width, look !== null);
  const closer = look?.box() ?? null;
  return element("div", { class: widths.is_beside ? "map side-by-side" : "map" },
    draw_map(map, classes, box, widths.map, closer),
    closer && element("div", { class: "closer" }, draw_closer(map, classes, closer, widths.closer)));
}

function key(kind: string, label: string): Child {
  return element("li", {}, element("span", { class: `key ${kind}`, "aria-hidden": "true" }), label);
}

function legend(map: PunctureMap, classes: DepthClasses, look: CloserLook | null): Child {
  const steps = Array.from({ length: class_count(classes) }, (_, at) => {
    const step = element("span", { class: "step" });
    step.style.background = class_colour(classes, at);
    return element("span", {}, step, at > 0 && element("span", { class: "edge" }, edge_text(classes, at)));
  });
  const has = (test: (i: number) => boolean): boolean => map.x.some((_, i) => test(i));
  return element("div", { class: "legend" }, look?.controls,
    element("div", { class: "depth-key" },
      element("span", { class: "label" }, words.map.legend_depth(unit_text(map.unit))),
      element("span", { class: "steps" }, ...steps)),
    element("ul", {},
      has((i) => Boolean(map.reentry[i])) && key("ring", words.map.reentry),
      has((i) => !((map.depth[i] ?? 0) > 0)) && key("blunt", words.figures.not_pierced),
      map.window.length > 2 && key("window", words.map.window),
      map.outline.length > 2 && key("outline", words.map.outline),
      map.expression_lines.length > 0 && key("crease", words.map.expression_line)));
}

function numbers(map: PunctureMap, classes: DepthClasses): Node[] {
  const n = class_count(classes);
  const strikes = new Array<number>(n + 1).fill(0);
  const again = new Array<number>(n + 1).fill(0);
  for (let i = 0; i < map.shown; ++i) {
    const depth = map.depth[i] ?? 0;
    const row = depth > 0 ? class_of(classes, depth) + 1 : 0;
    strikes[row] = (strikes[row] as number) + 1;
    if (map.reentry[i]) again[row] = (again[row] as number) + 1;
  }
  const label = (row: number): string =>
    row === 0 ? words.figures.not_pierced : `${class_text(classes, row - 1)} ${unit_text(map.unit)}`;
  const rows = strikes.map((count, row) => [
    label(row), plain_number(count), `${number_text((100 * count) / Math.max(1, map.shown), 1)} %`, plain_number(again[row] as number),
  ]);
  return [
    table(columns(words.map.columns, [1, 2, 3]), rows),
    element("p", { class: "note" }, words.map.every),
  ];
}

export function puncture_map(page: Page, map: PunctureMap, classes: DepthClasses): Figure {
  const look = closer_look(map, [], (box) => told(map, box));
  const reentries = map.reentry.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const shown = plain_number(map.shown);
  const inside_window = in_window(map).length;
  const unit = unit_text(map.unit);
  const area = page.site.window_cm2 === null ? "" : `${plain_number(page.site.window_cm2)} cm²`;
  const last = class_count(classes) - 1;
  return {
    id: "puncture-map",
    title: words.map.title,
    reading: words.map.reading(shown, inside_window === map.shown ? "" : plain_number(inside_window), area, plain_number(reentries)),
    alt: words.map.alt(page.site.title, shown, `${class_text(classes, 0)} ${unit}`, `${class_text(classes, last)} ${unit}`),
    caption: words.map.caption(shown, plain_number(map.total)) + map.note,
    legend: legend(map, classes, look),
    draw: look === null ? (width) => draw(map, classes, null, width) : look.drawing((width) => draw(map, classes, look, width)),
    numbers: numbers(map, classes),
  };
}
