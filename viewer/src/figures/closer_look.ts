import type { Point, PunctureMap } from "../data";
import { element } from "../element";
import { words } from "../strings";
import { without_labels } from "./figure";
import { box_of, places, size, square, window_frame, type Box } from "./map_box";

const k_side_mm = 10;
const k_least_mm = 1.25;
const k_step = 0.4;

/** A place that a button leads to. */
export interface Jump {
  label: string;
  name: string;
  to: Point;
  side: number;
}

/** The square of the map that is drawn large; buttons move and size it. */
export interface CloserLook {
  box(): Box;
  controls: HTMLElement;
  refresh(): void;
  /** A figure's `draw` that is called again whenever the square moves. */
  drawing(render: (width: number) => Node): (width: number) => Node;
}

const clamp = (at: number, [from, to]: [number, number]): number => Math.min(Math.max(at, from), to);

/** Begins with a square centimetre about the middle of the window; null where the window is hardly larger. */
export function closer_look(map: PunctureMap, jumps: Jump[], told: (box: Box) => string): CloserLook | null {
  const area = box_of(map.window.length > 2 ? map.window : places(map));
  if (map.unit !== "mm" || Math.min(size(area.x), size(area.y)) < 1.4 * k_side_mm) return null;
  const widest = Math.max(size(window_frame(map).x), size(window_frame(map).y));
  const home: Point = [(area.x[0] + area.x[1]) / 2, (area.y[0] + area.y[1]) / 2];
  const first = jumps[0];
  let [at, side] = first ? [first.to, first.side] : [home, k_side_mm];
  let redraw = (): void => undefined;
  const status = element("p", { class: "closer-told", "aria-live": "polite" });
  const show = (): void => {
    status.textContent = told(square(at, side));
    redraw();
  };
  const move = (to: Point, to_side = side): void => {
    side = clamp(to_side, [k_least_mm, widest]);
    at = [clamp(to[0], area.x), clamp(to[1], area.y)];
    show();
  };
  const button = (sign: string, name: string, press: () => void): HTMLElement => {
    const made = element("button", { type: "button", "aria-label": name, title: name }, sign);
    made.addEventListener("click", press);
    return made;
  };
  const by = (x: number, y: number) => (): void => move([at[0] + x * side * k_step, at[1] + y * side * k_step]);
  const controls = element("div", { class: "closer-controls" },
    element("div", { class: "buttons", role: "group", "aria-label": words.look.group },
      button("+", words.look.closer, () => move(at, side / 2)), button("−", words.look.wider, () => move(at, side * 2)),
      button("←", words.look.left, by(-1, 0)), button("↑", words.look.up, by(0, 1)),
      button("↓", words.look.down, by(0, -1)), button("→", words.look.right, by(1, 0)),
      ...jumps.map((jump) => button(jump.label, jump.name, () => move(jump.to, jump.side))),
      button(words.look.home, words.look.home_name, () => move(home, k_side_mm))),
    status);
  status.textContent = told(square(at, side));
  return {
    box: () => square(at, side),
    controls,
    refresh: show,
    drawing: (render) => (width) => {
      const holder = element("div", {}, render(width));
      redraw = () => holder.replaceChildren(without_labels(render(width)));
      return holder;
    },
  };
}
