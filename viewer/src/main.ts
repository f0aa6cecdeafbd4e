import "./theme.css";
import "./page.css";
import { read_page } from "./read_page";
import { empty_page, page } from "./page";
import { words } from "./strings";

const slot = document.getElementById("percuta-data");
const data = read_page(slot?.textContent ?? "");
document.documentElement.lang = words.language;
document.title = data === null ? words.brand : `${data.title || words.untitled} · ${words.brand}`;
document.body.prepend(...(data === null ? empty_page() : page(data)));
