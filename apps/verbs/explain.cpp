#include "percuta/base/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "console.hpp"
#include "percuta/base/files/bibliography.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/device/device.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace {

/// Every key, with the values of the example study. What a session may change is named once, not key by key again.
std::vector<ParameterRow> all_parameters(const Context& context) {
  std::vector<ParameterRow> rows = study::load(context.data.find("studies/demo", "medical-roller"),
                                               overrides_of(context.options), context.data, context.units)
                                       .keys;
  std::erase_if(rows, [](const ParameterRow& row) {
    const std::string below = "session[].";
    return row.path.starts_with(below) && row.path.find('.', below.size()) != std::string::npos;
  });
  return rows;
}

std::string quantity_cards(const std::string& key) {
  std::string text;
  for (const ResultColumn& row : course::course_quantities()) {
    if (key != row.name && key != row.room + "." + row.name) continue;
    text += fmt::format(
        "{}.{}  (result)\n  {}.\n  unit      {}\n  interval  median, 10th and 90th percentile over the ensemble\n",
        row.room, row.name, row.meaning, row.unit);
  }
  for (const ResultColumn& row : course::bench_quantities()) {
    if (key != row.name && key != row.room + "." + row.name) continue;
    text += fmt::format(
        "{}.{}  (result of an experiment)\n  {}.\n  unit      {}\n  interval  median, 10th and 90th percentile over "
        "the "
        "ensemble\n",
        row.room, row.name, row.meaning, row.unit);
  }
  return text;
}

std::string room_card(const std::string& key) {
  for (const course::Stage& room : course::stages()) {
    if (room.name == key)
      return fmt::format("{}  (room)\n  {}\n  {}\n", room.name, room.does, room.is_built ? "built" : "not built yet");
  }
  return "";
}

std::string source_card(const Context& context, const std::string& key) {
  const auto path = context.data.file("sources.bib");
  const auto all = parse_bibliography(read_file(path), path.string());
  const auto found = all.find(key);
  if (found == all.end()) return "";
  return fmt::format("{}  (source, read as {})\n  {}\n", key, found->second.read_as, found->second.in_words());
}

std::string system_card(const Context& context, const std::string& key) {
  const study::Catalogue catalogue = study::load_catalogue(context.data, context.units);
  for (const study::System& system : catalogue.system) {
    if (system.id == key) return fmt::format("{}  {}\n  {}\n", system.id, system.title, system.words);
  }
  for (const study::Claim& claim : catalogue.claim) {
    if (claim.id == key) return fmt::format("{}  (claim)\n  {}\n  judged by: {}\n", claim.id, claim.words, claim.test);
  }
  return "";
}

std::string device_card(const Context& context, const std::string& key) {
  const std::vector<std::string> names = context.data.names("devices");
  if (std::find(names.begin(), names.end(), key) == names.end()) return "";
  auto device = read_struct<device::Device>(read_document(context.data.find("devices", key)), nullptr, context.units);
  std::string text =
      fmt::format("{}  (device, {}, for use at: {})\n  {}\n", key, device.kind, device.setting, device.title);
  const auto rows = list_parameters([&](Visitor& visitor) { device::describe(device, visitor); }, context.units);
  for (const ParameterRow& row : rows) {
    if (row.type == "quantity" && row.source.empty()) continue;
    const std::string range = row.low.empty() ? "" : fmt::format("  [{} .. {}]", row.low, row.high);
    const std::string source = row.source.empty() ? "" : fmt::format("  {} ({})", row.source, row.kind);
    if (row.path.find('.') != std::string::npos)
      text += fmt::format("  {:<22} {}{}{}\n", row.path, row.given, range, source);
  }
  return text;
}

/// A key, or every key below a table ("technique").
std::string parameter_cards(const std::vector<ParameterRow>& rows, const std::string& key) {
  std::string text;
  for (const ParameterRow& row : rows) {
    const bool is_it =
        row.path == key || row.path.starts_with(fmt::format("{}.", key)) || row.path.ends_with(fmt::format(".{}", key));
    if (!is_it) continue;
    if (!text.empty()) text += '\n';
    text += explain(row);
  }
  return text;
}

std::vector<std::string> all_keys(const Context& context, const std::vector<ParameterRow>& rows) {
  std::vector<std::string> keys;
  for (const ParameterRow& row : rows) keys.push_back(row.path);
  for (const ResultColumn& row : course::course_quantities()) keys.push_back(row.name);
  for (const ResultColumn& row : course::bench_quantities()) keys.push_back(row.name);
  for (const course::Stage& room : course::stages()) keys.push_back(room.name);
  for (const std::string& device : context.data.names("devices")) keys.push_back(device);
  return keys;
}

}  // namespace

int explain_key(Context& context) {
  const std::vector<ParameterRow> rows = all_parameters(context);
  if (context.options.all || context.options.words.empty()) {
    if (context.options.markdown) {
      print(reference_markdown(rows, "Study file reference"));
      return 0;
    }
    for (const ParameterRow& row : rows) print(fmt::format("{:<42} {}\n", row.path, row.meaning));
    say(context.options, "\n`percuta explain KEY` tells a key's unit, range, value and source.");
    return 0;
  }
  const std::string& key = context.options.words.front();
  std::string text = parameter_cards(rows, key) + quantity_cards(key);
  if (text.empty())
    text = room_card(key) + source_card(context, key) + system_card(context, key) + device_card(context, key);
  if (text.empty())
    throw InputError(fmt::format("there is nothing called '{}'", key), suggestion(key, all_keys(context, rows)));
  print(shown(text));
  return 0;
}

}  // namespace percuta::apps
