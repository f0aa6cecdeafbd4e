#include "percuta/course/course.hpp"

namespace percuta::course {

void describe(SessionInputs& session, Visitor& visitor) {
  visit_table(visitor, {.name = "device", .meaning = "The device of the session"}, session.device);
  visit_table(visitor, {.name = "technique", .meaning = "What the operator is asked to do"}, session.technique);
  visitor.table({.name = "product", .meaning = "What is put on after the session"}, [&](Visitor& inner) {
    inner.quantity({.name = "cover",
                    .meaning = "How long the skin is covered after it",
                    .unit = "h",
                    .min = 0,
                    .max = 240,
                    .is_optional = true},
                   session.cover);
  });
}

void describe(Inputs& inputs, Visitor& visitor) {
  visit_table(visitor, {.name = "person", .meaning = "The virtual person"}, inputs.person);
  visitor.table({.name = "site", .meaning = "How much of the site is treated"}, [&](Visitor& inner) {
    inner.quantity({.name = "area", .meaning = "Area of the treated window", .unit = "cm2", .min = 0.1, .max = 500},
                   inputs.window_area);
  });
  describe(inputs.knowledge, visitor);
  std::vector<SessionInputs>& all = inputs.sessions;
  if (!all.empty()) describe(all.front(), visitor);
  visitor.tables(
      {.name = "session", .meaning = "The sessions after the first, in order"}, all.empty() ? 0 : all.size() - 1,
      [&](std::size_t more) { all.resize(more + 1); },
      [&](std::size_t i, Visitor& inner) { describe(all[i + 1], inner); });
}

}  // namespace percuta::course
