#include "percuta/safety/safety.hpp"

namespace percuta::safety {

void describe(Contraindication& item, Visitor& visitor) {
  visitor.word({.name = "word", .meaning = "As written in person.history"}, item.word);
  visitor.word({.name = "reason", .meaning = "Why it ends the study"}, item.reason);
  visitor.word({.name = "source", .meaning = "Key of data/sources.bib"}, item.source);
}

void describe(Limits& limits, Visitor& visitor) {
  visitor.quantity({.name = "adult_age", .meaning = "Youngest person simulated", .unit = "year", .min = 18, .max = 18},
                   limits.adult_age);
  visit_tables(visitor, {.name = "contraindication", .meaning = "What ends a study"}, limits.contraindication);
}

void describe(Product& product, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "For people"}, product.title);
  visitor.word({.name = "setting", .meaning = "Who may use it", .choices = {"home", "institute", "clinic"}},
               product.setting);
  visitor.words({.name = "contains", .meaning = "Actives and carriers"}, product.contains);
  visitor.words({.name = "refuse_with", .meaning = "Histories that exclude it", .default_text = "[]"},
                product.refuse_with);
}

}  // namespace percuta::safety
