#include "percuta/course/course.hpp"

namespace percuta::course {

void describe(SessionInputs& session, Visitor& visitor) {
  visit_table(visitor, {.name = "device", .meaning = "The device of the session"}, session.device);
  visit_table(visitor, {.name = "technique", .meaning = "What the operator is asked to do"}, session.technique);
  visitor.quantity({.name = "cover",
                    .meaning = "How long the skin is covered after it",
                    .unit = "h",
                    .min = 0,
                    .max = 240,
                    .is_optional = true},
                   session.cover);
}

void describe(Inputs& inputs, Visitor& visitor) {
  visit_table(visitor, {.name = "person", .meaning = "The virtual person"}, inputs.person);
  visit_table(visitor, {.name = "site", .meaning = "What is known of the site"}, inputs.site);
  visitor.quantity(
      {.name = "window_area", .meaning = "Area of the treated window", .unit = "cm2", .min = 0.1, .max = 500},
      inputs.window_area);
  visit_table(visitor, {.name = "mechanics", .meaning = "How skin resists a needle"}, inputs.mechanics);
  visit_table(visitor, {.name = "hand", .meaning = "How a hand errs"}, inputs.hand);
  visit_table(visitor, {.name = "punctures", .meaning = "How skin guides a landing needle"}, inputs.guidance);
  visit_table(visitor, {.name = "insertion", .meaning = "How skin closes round a needle"}, inputs.contact);
  visit_table(visitor, {.name = "injection", .meaning = "What the injection patterns mean"}, inputs.patterns);
  visit_table(visitor, {.name = "closure", .meaning = "How fast skin closes a hole"}, inputs.closure);
  if (inputs.specimen)
    visit_table(visitor, {.name = "specimen", .meaning = "What lies on the bench"}, *inputs.specimen);
  visit_tables(visitor, {.name = "session", .meaning = "The sessions, in order"}, inputs.sessions);
  if (inputs.specimen) {
    visit_table(visitor, {.name = "specimen", .meaning = "What lies on the bench instead of the site"},
                *inputs.specimen);
  }
}

}  // namespace percuta::course
