import { element, type Child } from "./element";

export interface Column {
  title: string;
  is_number?: boolean;
}

export const columns = (titles: string[], numbers: number[] = []): Column[] =>
  titles.map((title, at) => ({ title, is_number: numbers.includes(at) }));

/** A table whose first column heads its rows. On a narrow screen each row stacks, its cells labelled by `title`. */
export function table(heads: Column[], rows: Child[][], caption = ""): HTMLTableElement {
  const head = element("tr", {},
    ...heads.map((one) => element("th", { scope: "col", class: one.is_number ? "number" : undefined }, one.title)));
  return element("table", {},
    caption !== "" && element("caption", {}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...rows.map((row) => table_row(heads, row))));
}

export function table_row(heads: Column[], row: Child[]): HTMLTableRowElement {
  return element("tr", {},
    ...row.map((child, at) => {
      const column = heads[at];
      const is_blank = child === "" || child === null || child === undefined || child === false;
      const attributes = {
        class: [column?.is_number ? "number" : "", is_blank ? "blank" : ""].join(" ").trim() || undefined,
      };
      return at === 0
        ? element("th", { ...attributes, scope: "row" }, child)
        : element("td", { ...attributes, "data-label": column?.title }, child);
    }));
}
