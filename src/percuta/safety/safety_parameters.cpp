#include "percuta/safety/safety.hpp"

#include <algorithm>

#include "percuta/device/device.hpp"

namespace percuta::safety {

bool Contraindication::is_refused_for(const std::string& device_kind) const {
  return answer == "refused" || std::find(refused_for.begin(), refused_for.end(), device_kind) != refused_for.end();
}

void describe(Contraindication& item, Visitor& visitor) {
  visitor.word({.name = "word", .meaning = "As written in person.history"}, item.word);
  visitor.word({.name = "answer",
                .meaning = "Whether it ends the study or is noted beside its results",
                .choices = {"refused", "noted"}},
               item.answer);
  visitor.words({.name = "refused_for",
                 .meaning = "Kinds of device that end the study though others are only noted",
                 .default_text = "[]"},
                item.refused_for);
  visitor.word({.name = "reason", .meaning = "Why it ends the study, or what the results do not know"}, item.reason);
  visitor.word({.name = "source", .meaning = "Key of data/sources.bib"}, item.source);
}

void describe(Limits& limits, Visitor& visitor) {
  visitor.quantity({.name = "adult_age", .meaning = "Youngest person simulated", .unit = "year", .min = 18, .max = 18},
                   limits.adult_age);
  visit_tables(visitor, {.name = "contraindication", .meaning = "What in a history ends a study or is noted"},
               limits.contraindication);
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
