import * as Plot from "@observablehq/plot";
import type { Page, Reach } from "../data";
import { as_percent, in_words, is_wide, number_text, shown } from "../numbers";
import { words } from "../strings";
import { columns, table } from "../tables";
import type { Figure } from "./figure";
import { layer_tint } from "./skin_bands";

const k_row = 54;

const label = ({ name }: Reach): string => words.reach_layer(name);
function draw(reaches: Reach[], width: number): Node {
  const rows = reaches.map((one) => ({ name: label(one), tint: layer_tint(one.name.replace(/^reach_/, "")), ...as_percent(one) }));
  type Row = (typeof rows)[number];
  const amount = ({ value, low, high }: Row): string => {
    const text = shown({ value, low, high }, "1");
    return text.range ? `${text.value} % (${text.range})` : `${text.value} %`;
  };
  return Plot.plot({
    width, height: rows.length * k_row + 44,
    marginLeft: 88, marginRight: 14, marginTop: 4, marginBottom: 40, className: "plot",
    x: { domain: [0, 100], label: words.reach.axis, labelArrow: "none", labelAnchor: "left", ticks: [0, 25, 50, 75, 100], tickSize: 0 },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0, tickPadding: 10, padding: 0.05 },
    marks: [
      Plot.barX(rows, { y: "name", x1: 0, x2: 100, fill: (row: Row) => row.tint }),
      Plot.gridX([25, 50, 75], { stroke: "var(--face-line)", strokeOpacity: 0.5 }),
      Plot.ruleY(rows.filter(({ low, high }) => low !== null && high !== null), {
        y: "name", x1: "low", x2: "high", stroke: "var(--accent)", strokeWidth: 7, strokeOpacity: 0.4, strokeLinecap: "round", dy: 9,
      }),
      Plot.dot(rows, { x: "value", y: "name", r: 5.5, fill: "var(--accent)", stroke: "var(--paper)", strokeWidth: 1.5, dy: 9 }),
      ...[true, false].map((is_right) => Plot.text(rows.filter(({ value }) => (value ?? 0) > 50 === is_right), {
        y: "name", x: (row: Row) => (is_right ? row.high ?? row.value : row.low ?? row.value) ?? 0, text: amount,
        textAnchor: is_right ? "end" : "start", dx: is_right ? -2 : 2, dy: -10, fill: "var(--ink)", fontSize: 13,
      })),
    ],
  });
}

export function layer_reach(page: Page, reaches: Reach[]): Figure {
  const percent = number_text(page.interval_level * 100, 0);
  const rows = reaches.map((one) => {
    const { value, range, unit } = shown(one, "1", true);
    return [label(one), `${value} ${unit}`, range];
  });
  const part = (one: Reach): string => {
    const { value, low, high } = as_percent(one);
    return is_wide(one)
      ? words.reach.unsure_part(words.reach.end(low ?? 0), words.reach.end(high ?? 0), label(one))
      : words.reach.part(words.reach.of_hundred(value ?? 0), shown(one, "1", true).range, label(one));
  };
  return {
    id: "layer-reach",
    title: words.reach.title,
    reading: words.reach.reading(reaches.map(part)),
    alt: `${words.reach.alt} ${reaches.map((one) => `${label(one)}: ${in_words(shown(one, "1", true))}`).join("; ")}.`,
    caption: words.reach.caption(percent),
    draw: (width) => draw(reaches, width),
    numbers: [table(columns(words.reach.columns, [1, 2]), rows)],
  };
}
