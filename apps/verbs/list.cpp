#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "console.hpp"
#include "percuta/base/error.hpp"
#include "percuta/study/study.hpp"
#include "verb_table.hpp"

namespace percuta::apps {

namespace {

study::Listing all_verbs() {
  study::Listing table{{"verb", "does", "built"}, {}};
  for (const Verb& verb : verbs()) table.rows.push_back({verb.name, verb.help, verb.is_built() ? "yes" : "not yet"});
  return table;
}

std::vector<std::string> all_lists() {
  std::vector<std::string> names = study::lists();
  names.emplace_back("verbs");
  return names;
}

/// A block per row when the cells are sentences, a line per row otherwise.
std::string text_of(const study::Listing& table) {
  std::vector<std::size_t> widths;
  widths.reserve(table.headings.size());
  for (const std::string& heading : table.headings) widths.push_back(heading.size());
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::size_t total = 0;
  for (const std::size_t width : widths) total += width + 2;
  constexpr std::size_t k_terminal = 120;
  std::string text;
  if (total > k_terminal) {
    for (const auto& row : table.rows) {
      text += fmt::format("{}  {}\n", row[0], row[1]);
      for (std::size_t i = 2; i < row.size(); ++i) text += fmt::format("    {:<11} {}\n", table.headings[i], row[i]);
    }
    return text;
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += i + 1 < cells.size() ? fmt::format("{:<{}}  ", cells[i], widths[i]) : cells[i];
    text += '\n';
  };
  line(table.headings);
  for (const auto& row : table.rows) line(row);
  return text;
}

std::string json_of(const study::Listing& table) {
  auto json = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.headings[i]] = row[i];
    json.push_back(object);
  }
  return json.dump(2) + "\n";
}

int print_list(const Context& context, const std::string& what) {
  const std::vector<std::string> known = all_lists();
  if (std::find(known.begin(), known.end(), what) == known.end()) {
    throw InputError(fmt::format("there is no list of '{}'", what), suggestion(what, known));
  }
  const study::Listing table = what == "verbs" ? all_verbs() : study::list(what, context.data, context.units);
  print(context.options.json ? json_of(table) : shown(text_of(table)));
  return 0;
}

}  // namespace

VerbUse list_verb() {
  const auto what = std::make_shared<std::string>("systems");
  return {
      {{.names = "what",
        .help = "systems, devices, sites, specimens, products, actives, contraindications, limits, claims, quantities, "
                "rooms or verbs",
        .target = what.get(),
        .count = std::pair{0, 1},
        .offers = [](const Context&) { return all_lists(); }}},
      [what](Context& context) { return print_list(context, *what); }};
}

}  // namespace percuta::apps
