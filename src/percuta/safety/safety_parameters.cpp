#include "percuta/safety/safety.hpp"

#include <algorithm>

#include "percuta/device/device.hpp"

namespace percuta::safety {

namespace {

constexpr double k_most_bound = 1e9;

std::vector<std::string> quantity_names() {
  std::vector<std::string> names;
  for (const LimitedQuantity& one : limited_quantities()) names.push_back(one.name);
  return names;
}

}  // namespace

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

void describe(Limit& limit, Visitor& visitor) {
  visitor.word({.name = "quantity",
                .meaning = "What is limited: device.reach, or a result as room.name",
                .choices = quantity_names()},
               limit.quantity);
  visitor.words({.name = "sites", .meaning = "Sites where it holds; left out: all", .default_text = "[]"}, limit.sites);
  visitor.words({.name = "settings",
                 .meaning = "Settings of the device where it holds; left out: all",
                 .choices = {"home", "institute", "clinic"},
                 .default_text = "[]"},
                limit.settings);
  visitor.words({.name = "kinds",
                 .meaning = "Kinds of device for which it holds; left out: all",
                 .choices = device::kinds(),
                 .default_text = "[]"},
                limit.kinds);
  const auto& all = limited_quantities();
  const auto known = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == limit.quantity; });
  const std::string unit = known == all.end() ? "1" : known->unit;
  visitor.quantity({.name = "at_most",
                    .meaning = "What it should not exceed; this or at_least",
                    .unit = unit,
                    .min = 0,
                    .max = k_most_bound,
                    .is_optional = true},
                   limit.at_most);
  visitor.quantity({.name = "at_least",
                    .meaning = "What it should not fall short of; this or at_most",
                    .unit = unit,
                    .min = 0,
                    .max = k_most_bound,
                    .is_optional = true},
                   limit.at_least);
  visitor.word({.name = "reason", .meaning = "What the bound rests on"}, limit.reason);
}

void describe(LimitFile& file, Visitor& visitor) {
  visit_tables(visitor, {.name = "limit", .meaning = "A bound and where it holds"}, file.limit);
}

void describe(Product& product, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "For people"}, product.title);
  visitor.word({.name = "setting", .meaning = "Who may use it", .choices = {"home", "institute", "clinic"}},
               product.setting);
  visitor.words({.name = "contains", .meaning = "Actives and carriers"}, product.contains);
  visitor.words({.name = "refuse_with", .meaning = "Histories that exclude it", .default_text = "[]"},
                product.refuse_with);
  describe(product.composition, visitor);
}

}  // namespace percuta::safety
