#include <fmt/format.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "console.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/device/device.hpp"
#include "percuta/run/run.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/study.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace {

/// A table to print: a row per thing, cells under the headings.
struct Table {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

std::string joined(const std::vector<std::string>& words, const char* none) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? none : text;
}

/// The system without a study of its own is the list of sites; what runs of it are the sites with data.
std::string what_runs(const study::System& system, const std::vector<std::string>& built, const DataFolder& data) {
  const std::string rooms = joined(built, "nothing");
  return system.study.empty() ? fmt::format("{}: {}", joined(data.names("skin/sites"), "no site"), rooms) : rooms;
}

Table systems(const Context& context) {
  Table table{{"id", "system", "said of it", "runs today", "not yet"}, {}};
  for (const study::System& system : study::load_catalogue(context.data, context.units).system) {
    const auto missing = study::missing_rooms(system.rooms);
    std::vector<std::string> built;
    for (const std::string& room : system.rooms) {
      if (course::is_built(room)) built.push_back(room);
    }

    table.rows.push_back(
        {system.id, system.title, system.words, what_runs(system, built, context.data), joined(missing, "nothing")});
  }
  return table;
}

Table claims(const Context& context) {
  Table table{{"id", "claim", "judged by", "waits for"}, {}};
  for (const study::Claim& claim : study::load_catalogue(context.data, context.units).claim) {
    table.rows.push_back({claim.id, claim.words, claim.test, joined(study::missing_rooms(claim.rooms), "nothing")});
  }
  return table;
}

Table devices(const Context& context) {
  Table table{{"name", "device", "kind", "setting", "needles", "length [mm]"}, {}};
  for (const std::string& name : context.data.names("devices")) {
    const auto device =
        read_struct<device::Device>(read_document(context.data.find("devices", name)), nullptr, context.units);
    table.rows.push_back({name, device.title, device.kind, device.setting,
                          fmt::format("{}", device::needle_count(device)),
                          fmt::format("{:.4g}", context.units.from_si(device.needle.length, "mm"))});
  }
  return table;
}

/// Names and titles of the files of a folder.
Table titles(const Context& context, const std::string& folder, const std::string& what) {
  Table table{{"name", what}, {}};
  for (const std::string& name : context.data.names(folder)) {
    const Node file = read_document(context.data.find(folder, name));
    const Node* title = file.find("title");
    const auto* text = title == nullptr ? nullptr : std::get_if<std::string>(&title->value);
    table.rows.push_back({name, text == nullptr ? name : *text});
  }
  return table;
}

Table sites(const Context& context) {
  return titles(context, "skin/sites", "site");
}

Table specimens(const Context& context) {
  return titles(context, "skin/specimens", "specimen");
}

Table products(const Context& context) {
  Table table{{"name", "product", "setting", "contains"}, {}};
  for (const std::string& name : context.data.names("products")) {
    const auto product =
        read_struct<safety::Product>(read_document(context.data.find("products", name)), nullptr, context.units);
    table.rows.push_back({name, product.title, product.setting, joined(product.contains, "-")});
  }
  return table;
}

Table quantities(const Context&) {
  Table table{{"room", "quantity", "unit", "meaning"}, {}};
  for (const ResultColumn& row : course::course_quantities())
    table.rows.push_back({row.room, row.name, row.unit, row.meaning});
  for (const ResultColumn& row : course::bench_quantities())
    table.rows.push_back({row.room, row.name, row.unit, row.meaning + " (experiments)"});
  return table;
}

Table rooms(const Context&) {
  Table table{{"room", "computes", "built"}, {}};
  for (const course::Stage& room : course::stages())
    table.rows.push_back({room.name, room.does, room.is_built ? "yes" : "not yet"});
  return table;
}

Table all_verbs(const Context&) {
  Table table{{"verb", "does", "built"}, {}};
  for (const Verb& verb : verbs()) table.rows.push_back({verb.name, verb.help, verb.is_built ? "yes" : "not yet"});
  return table;
}

using Maker = std::function<Table(const Context&)>;
const std::vector<std::pair<std::string, Maker>>& makers() {
  static const std::vector<std::pair<std::string, Maker>> all = {
      {"systems", systems},       {"devices", devices},   {"sites", sites},
      {"specimens", specimens},   {"products", products}, {"claims", claims},
      {"quantities", quantities}, {"rooms", rooms},       {"verbs", all_verbs}};
  return all;
}

/// A block per row when the cells are sentences, a line per row otherwise.
std::string text_of(const Table& table) {
  std::vector<std::size_t> widths;
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

std::string json_of(const Table& table) {
  auto json = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.headings[i]] = row[i];
    json.push_back(object);
  }
  return json.dump(2) + "\n";
}

}  // namespace

int list_things(Context& context) {
  const std::string what = context.options.words.empty() ? "systems" : context.options.words.front();
  std::vector<std::string> names;
  for (const auto& [name, make] : makers()) {
    names.push_back(name);
    if (name != what) continue;
    const Table table = make(context);
    print(context.options.json ? json_of(table) : shown(text_of(table)));
    return 0;
  }
  throw InputError(fmt::format("there is no list of '{}'", what), suggestion(what, names));
}

}  // namespace percuta::apps
