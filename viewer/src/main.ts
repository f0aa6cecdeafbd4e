import "./theme.css";
import "./page.css";
import { comparison } from "./compare/page";
import { empty_page, page } from "./page";
import { read_comparison, read_page } from "./read_page";
import { words } from "./strings";

const json = document.getElementById("percuta-data")?.textContent ?? "";
const run = read_page(json);
const runs = run === null ? read_comparison(json) : null;
const title = run !== null ? run.title || words.untitled : runs !== null ? words.compare.title : "";
document.documentElement.lang = words.language;
document.title = title === "" ? words.brand : `${title} · ${words.brand}`;
document.body.prepend(...(run !== null ? page(run) : runs !== null ? comparison(runs) : empty_page()));
