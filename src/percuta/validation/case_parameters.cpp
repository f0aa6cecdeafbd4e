#include "percuta/validation/case_file.hpp"

namespace percuta::validation {

void describe(CaseVariant& variant, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What the comparisons call this run"}, variant.name);
  visitor.word({.name = "study", .meaning = "A study file beside the case", .default_text = "\"study.toml\""},
               variant.study);
  visitor.words({.name = "set", .meaning = "What differs from the study, as --set", .default_text = "[]"}, variant.set);
}

void describe(Comparison& comparison, Visitor& visitor) {
  const auto word = [&](const char* name, const char* meaning, std::string& member) {
    visitor.word({.name = name, .meaning = meaning, .default_text = "\"\""}, member);
  };
  visitor.word({.name = "measured", .meaning = "A row of measured.csv"}, comparison.measured);
  word("quantity", "Ours: room.quantity of results.json", comparison.quantity);
  word("less", "A quantity that is taken from it", comparison.less);
  word("of", "The variant it is read from; empty = the first", comparison.of);
  word("minus", "A variant whose number is taken from it", comparison.minus);
  word("over", "A variant whose number it is divided by", comparison.over);
  visitor.quantity(
      {.name = "per", .meaning = "A length to divide by", .unit = "mm", .min = 0.001, .max = 100, .is_optional = true},
      comparison.per);
  const auto time = [&](const char* name, const char* meaning, Quantity& member) {
    visitor.quantity({.name = name, .meaning = meaning, .unit = "day", .min = 0, .max = 4000, .is_optional = true},
                     member);
  };
  time("at", "Of a series: when, along its axis", comparison.at);
  time("minus_at", "When the series of `minus` is read, if at another moment", comparison.minus_at);
  time("over_at", "When the series of `over` is read, if at another moment", comparison.over_at);
  visitor.flag({.name = "peak", .meaning = "Of a series: its greatest value", .default_text = "false"},
               comparison.peak);
  visitor.quantity({.name = "below",
                    .meaning = "Of a series: when it falls below that level, in its unit, after its peak",
                    .unit = "1",
                    .min = -1e6,
                    .max = 1e6,
                    .is_optional = true},
                   comparison.below);
  word("not_stated", "Why this version says nothing of the row", comparison.not_stated);
}

void describe(CaseFile& file, Visitor& visitor) {
  visitor.count({.name = "percuta", .meaning = "Version of the case format", .min = 1, .max = 1}, file.percuta);
  visitor.word({.name = "id", .meaning = "Of the case in validation/roles.toml"}, file.id);
  visitor.word({.name = "list", .meaning = "Its list in validation/roles.toml", .choices = case_lists()}, file.list);
  visitor.word({.name = "room", .meaning = "The room it judges"}, file.room);
  visitor.word({.name = "note", .meaning = "What is assumed, in a sentence", .default_text = "\"\""}, file.note);
  visitor.word({.name = "not_stated", .meaning = "Why this version cannot state the case", .default_text = "\"\""},
               file.not_stated);
  visit_tables(visitor, {.name = "variant", .meaning = "Runs of the case"}, file.variants);
  visit_tables(visitor, {.name = "compare", .meaning = "Measured rows against ours"}, file.comparisons);
}

void describe(CaseRole& role, Visitor& visitor) {
  visitor.word({.name = "id", .meaning = "Label of the case in its list"}, role.id);
  visitor.word(
      {.name = "role", .meaning = "May shape the models, or only judge them", .choices = {"calibration", "blind"}},
      role.role);
  visitor.word({.name = "since", .meaning = "The last commit at which it was still blind", .default_text = "\"\""},
               role.since);
  visitor.word({.name = "reason", .meaning = "What it informed, so that it is blind no more", .default_text = "\"\""},
               role.reason);
  visitor.word({.name = "title", .meaning = "What was measured"}, role.title);
  visitor.words({.name = "same_data", .meaning = "Cases of other lists with this measurement", .default_text = "[]"},
                role.same_data);
}

void describe(RolesFile& file, Visitor& visitor) {
  visitor.count({.name = "percuta", .meaning = "Version of the list's format", .min = 1, .max = 1}, file.percuta);
  visit_tables(visitor, {.name = "devices", .meaning = "Devices, insertion, closing"}, file.roles.devices);
  visit_tables(visitor, {.name = "rf", .meaning = "Heat"}, file.roles.rf);
  visit_tables(visitor, {.name = "transport", .meaning = "What gets in"}, file.roles.transport);
  visit_tables(visitor, {.name = "healing", .meaning = "What heals"}, file.roles.healing);
}

}  // namespace percuta::validation
