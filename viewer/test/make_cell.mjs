// A page of a diffusion cell: the fixture with what a laboratory reads of one active. Made up; same bytes every time.
import { fixture } from "./make_fixture.mjs";

const at = [1, 2, 4, 24];
const band = (value) => ({ value, low: value.map((one) => one / 2), high: value.map((one) => one * 2) });

export function cell({ manner = "given holes", name = "ascorbic-acid", has_line = true } = {}) {
  const page = fixture();
  const result = (quantity, unit, value) => ({ room: "transport", name: `${name}.${quantity}`, meaning: `Made-up ${quantity} (${name})`, unit, value, low: value / 2, high: value * 2 });
  page.experiment = { kind: "franz-cell", manner, skin: "human-dermatomed" };
  page.site = { name: "human-dermatomed", title: "Human, dermatomed", window_cm2: 1 };
  page.results = [result("dose", "ug/cm2", 3000), result("permeated", "ug/cm2", 1200), result("intact_permeated", "ug/cm2", 120), result("cell_enhancement", "1", 10),
    ...(has_line ? [result("cell_flux", "ug/cm2/h", 160), result("cell_lag", "h", 0.5), result("cell_permeability", "um/h", 11)] : []),
    ...Object.entries({ donor: 55, stratum_corneum: 3, channels: 0.1, epidermis: 0.4, dermis: 1.5, converted: 0, receptor: 30, samples: 10 }).map(([part, value]) => result(`recovery.${part}`, "%", value)),
    { ...result("recovery.total", "%", 100), low: 100, high: 100 }];
  page.figures.curves = [{ name: `permeated_${name}`, axis: "time", axis_unit: "h", at, curves: ["permeated_course", "intact_permeated_course"].map((curve, i) =>
    ({ name: `${name}.${curve}`, unit: "ug/cm2", meaning: "Made-up", ...band(at.map((hour) => (50 * hour) / (1 + 9 * i))) })) }];
  page.uptake = [];
  page.product = { title: "Vitamin C serum, 15 %", sentences: ["It holds ascorbic-acid 15 %."] };
  return page;
}
