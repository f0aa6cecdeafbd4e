type Redraw = (printing: boolean) => void;

/** Opens every <details> and redraws the figures at paper width while the page is printed, then puts all back. */
export function prepare_for_print(redraw: Redraw): void {
  let opened: HTMLDetailsElement[] = [];
  let is_printing = false;
  const enter = (): void => {
    if (is_printing) return;
    is_printing = true;
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const one of opened) one.open = true;
    redraw(true);
  };
  const leave = (): void => {
    if (!is_printing) return;
    is_printing = false;
    for (const one of opened) one.open = false;
    redraw(false);
  };
  window.addEventListener("beforeprint", enter);
  window.addEventListener("afterprint", leave);
  window.matchMedia("print").addEventListener("change", (change) => (change.matches ? enter() : leave()));
}
