#pragma once

#include <string>
#include <vector>

#include "percuta/base/reader.hpp"

/// A described struct with a member of every kind, for the tests of this room.
namespace percuta::tests {

struct Tool {
  std::string name;
  Quantity length;  ///< [m]
  bool is_worn = false;
};

inline void describe(Tool& tool, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What it is called"}, tool.name);
  visitor.quantity({.name = "length", .meaning = "Its length", .unit = "mm", .min = 0.05, .max = 5}, tool.length);
  visitor.flag({.name = "worn", .meaning = "Whether it is worn", .default_text = "false"}, tool.is_worn);
}

struct Sample {
  Quantity force;                    ///< [N]
  Quantity stiffness;                ///< [Pa]
  Quantity share;                    ///< [1]
  Quantity temperature;              ///< [K], optional
  std::vector<Quantity> directions;  ///< [rad]
  std::int64_t passes = 0;
  std::string sex;
  std::vector<std::string> concern;
  bool is_held = false;
  std::vector<std::vector<double>> outline;  ///< [m]
  Tool tool;
  Tool spare;  ///< optional
  std::vector<Tool> box;
};

inline void describe(Sample& sample, Visitor& visitor) {
  visitor.quantity({.name = "force", .meaning = "The hand's force", .unit = "N", .min = 0.1, .max = 50}, sample.force);
  visitor.quantity(
      {.name = "stiffness", .meaning = "How stiff it is", .unit = "kPa", .min = 1, .max = 1e5, .spread = Spread::log},
      sample.stiffness);
  visitor.quantity({.name = "share", .meaning = "A share", .min = 0, .max = 1}, sample.share);
  visitor.quantity(
      {.name = "temperature", .meaning = "How warm it is", .unit = "degC", .min = 0, .max = 100, .is_optional = true},
      sample.temperature);
  visitor.quantities({.name = "directions",
                      .meaning = "Where to",
                      .unit = "deg",
                      .min = 0,
                      .max = 360,
                      .default_text = R"(["0 deg", "90 deg"])"},
                     sample.directions);
  visitor.count({.name = "passes", .meaning = "How often", .min = 1, .max = 20}, sample.passes);
  visitor.word({.name = "sex", .meaning = "Which", .choices = {"female", "male"}}, sample.sex);
  visitor.words({.name = "concern",
                 .meaning = "What is treated",
                 .choices = {"wrinkle", "acne scar", "striae"},
                 .default_text = "[]"},
                sample.concern);
  visitor.flag({.name = "held", .meaning = "Whether it is held", .is_optional = true}, sample.is_held);
  visitor.points({.name = "outline", .meaning = "Corners", .unit = "mm", .is_optional = true}, sample.outline);
  visit_table(visitor, {.name = "tool", .meaning = "The tool"}, sample.tool);
  visit_table(visitor, {.name = "spare", .meaning = "Another tool", .is_optional = true}, sample.spare);
  visit_tables(visitor, {.name = "box", .meaning = "More tools", .is_optional = true}, sample.box);
}

inline Describe walk(Sample& sample) {
  return [&sample](Visitor& visitor) { describe(sample, visitor); };
}

/// A text that fills a Sample without a problem.
inline constexpr const char* k_good_sample = R"(force = "2 N"
stiffness = { value = 50, low = 20, high = 200, unit = "kPa", source = "Key2011", kind = "measured", note = "on \"cheek\"" }
share = "30 percent"
temperature = "37 degC"
passes = 4
sex = "female"
concern = ["acne scar", "striae"]
held = true
outline = [[0, 0], [10, 0], [10.5, 20]]

[tool]
name = "roller"
length = { value = 1.5, low = 1.4, high = 1.6, unit = "mm", source = "Key2012", kind = "assumed" }

[[box]]
name = "a"
length = "100 um"
worn = true

[[box]]
name = "b"
length = "0.3 mm"
)";

/// The problems of reading `text` as a Sample.
inline std::vector<Problem> problems_of(const std::string& text, const Units& units, const std::string& defaults = "",
                                        Sample* result = nullptr) {
  Sample sample;
  Problems problems;
  const Node table = parse_document(text, "study.toml");
  const Node below = parse_document(defaults, "defaults.toml");
  read_members(table, defaults.empty() ? nullptr : &below, units, walk(sample), problems);
  if (result != nullptr) *result = sample;
  return problems.list();
}

/// Everything said in the problems, for searching.
inline std::string said(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += format_problem(problem) + "\n";
  return text;
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// `text` with its first `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace percuta::tests
