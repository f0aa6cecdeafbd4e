#include "percuta/course/course.hpp"

namespace percuta::course {

void describe(CoursePlan& plan, Visitor& visitor) {
  visitor.count({.name = "sessions", .meaning = "Number of sessions", .min = 1, .max = 400}, plan.sessions);
  visitor.quantity(
      {.name = "interval", .meaning = "From one session to the next", .unit = "day", .min = 0.25, .max = 1000},
      plan.interval);
  visitor.quantity(
      {.name = "horizon", .meaning = "Simulated time from the first session on", .unit = "day", .min = 0, .max = 3660},
      plan.horizon);
  visitor.word(
      {.name = "aftercare", .meaning = "A product used after each session; empty = none", .default_text = "\"\""},
      plan.aftercare);
  visitor.quantity({.name = "aftercare_for",
                    .meaning = "How long the aftercare is used",
                    .unit = "day",
                    .min = 0,
                    .max = 365,
                    .is_optional = true},
                   plan.aftercare_for);
}

void describe_use(ProductInputs& product, Quantity& cover, Visitor& visitor) {
  visitor.quantity({.name = "amount",
                    .meaning = "Applied mass per area, each time",
                    .unit = "mg/cm2",
                    .min = 0,
                    .max = 1000,
                    .is_optional = true},
                   product.amount);
  visitor.quantity({.name = "apply",
                    .meaning = "Time after the last pass; negative = before the session, for which it is wiped off",
                    .unit = "min",
                    .min = -1440,
                    .max = 43200,
                    .is_optional = true},
                   product.apply);
  visitor.quantity({.name = "cover",
                    .meaning = "How long it stays covered after each time",
                    .unit = "h",
                    .min = 0,
                    .max = 240,
                    .is_optional = true},
                   cover);
  visitor.quantity({.name = "every",
                    .meaning = "From one time that it is put on to the next",
                    .unit = "h",
                    .min = 0.1,
                    .max = 720,
                    .is_optional = true},
                   product.every);
  visitor.count({.name = "times",
                 .meaning = "How often it is put on after a session; left out, once",
                 .min = 1,
                 .max = 60,
                 .is_optional = true},
                product.times);
  visitor.quantity({.name = "wash",
                    .meaning = "Washed off so long after each time; left out, it stays on",
                    .unit = "h",
                    .min = 0.01,
                    .max = 720,
                    .is_optional = true},
                   product.wash);
  visitor.quantity({.name = "volume",
                    .meaning = "Injected at each point",
                    .unit = "ul",
                    .min = 0.01,
                    .max = 10000,
                    .spread = Spread::log,
                    .is_optional = true},
                   product.volume);
}

void describe(SessionInputs& session, Visitor& visitor) {
  visit_table(visitor, {.name = "device", .meaning = "The device of the session"}, session.device);
  visit_table(visitor, {.name = "technique", .meaning = "What the operator is asked to do"}, session.technique);
  visitor.table({.name = "product", .meaning = "What is put on"}, [&](Visitor& inner) {
    describe_use(session.product, session.cover, inner);
    describe(session.product.composition, inner);
  });
}

void describe(std::vector<transport::NamedActive>& actives, Visitor& visitor) {
  if (actives.empty()) return;
  visitor.table({.name = "active", .meaning = "What the products hold (data/actives)"}, [&](Visitor& inner) {
    for (transport::NamedActive& one : actives) {
      visit_table(inner, {.name = one.name, .meaning = one.active.title}, one.active);
    }
  });
}

void describe(Inputs& inputs, Visitor& visitor) {
  visit_table(visitor, {.name = "person", .meaning = "The virtual person"}, inputs.person);
  visitor.table({.name = "site", .meaning = "How much of the site is treated"}, [&](Visitor& inner) {
    inner.quantity({.name = "area", .meaning = "Area of the treated window", .unit = "cm2", .min = 0.1, .max = 500},
                   inputs.window_area);
  });
  visit_table(visitor, {.name = "course", .meaning = "Sessions and aftercare"}, inputs.plan);
  describe(inputs.actives, visitor);
  describe(inputs.knowledge, visitor);
  std::vector<SessionInputs>& all = inputs.sessions;
  if (!all.empty()) describe(all.front(), visitor);
  visitor.tables(
      {.name = "session", .meaning = "The sessions after the first, in order"}, all.empty() ? 0 : all.size() - 1,
      [&](std::size_t more) { all.resize(more + 1); },
      [&](std::size_t i, Visitor& inner) { describe(all[i + 1], inner); });
}

}  // namespace percuta::course
