import { element } from "./element";
import { words } from "./strings";

const choices = ["auto", "light", "dark"] as const;
type Choice = (typeof choices)[number];
const key = "percuta-theme";

function kept(): Choice {
  try {
    const found = localStorage.getItem(key);
    return choices.find((one) => one === found) ?? "auto";
  } catch {
    return "auto";
  }
}

function keep(choice: Choice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // a page opened from a file may have no storage; the choice then lasts as long as the page
  }
}

function apply(choice: Choice, system_is_dark: boolean): void {
  const system = system_is_dark ? "dark" : "light";
  document.documentElement.dataset["theme"] = choice === "auto" ? system : choice;
}

/** Three radio buttons; "auto" follows the system. */
export function theme_choice(): HTMLElement {
  let now = kept();
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const show = (): void => apply(now, system.matches);
  system.addEventListener("change", show);
  show();
  const options = choices.map((choice) => {
    const input = element("input", {
      type: "radio",
      name: "theme",
      value: choice,
      checked: choice === now,
    });
    input.addEventListener("change", () => {
      now = choice;
      keep(choice);
      show();
    });
    return element("label", {}, input, element("span", {}, words.theme[choice]));
  });
  return element("fieldset", { class: "choice theme" },
    element("legend", { class: "unseen" }, words.theme.label), ...options);
}
