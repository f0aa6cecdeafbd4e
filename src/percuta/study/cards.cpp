#include "percuta/study/cards.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/base/explain.hpp"
#include "percuta/base/files/bibliography.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/device/device.hpp"
#include "percuta/skin/skin.hpp"
#include "percuta/study/listing.hpp"
#include "percuta/study/product/active_card.hpp"
#include "percuta/study/study.hpp"

namespace percuta::study {

namespace {

/// A quantity's card; `of` says what it is a result of.
std::string quantity_card(const ResultColumn& row, const char* of) {
  const std::string needs =
      row.needs.empty() ? "" : fmt::format("  needs     {}; without it there is none\n", row.needs);
  return fmt::format(
      "{}.{}  ({})\n  {}.\n  unit      {}\n  interval  median, 10th and 90th percentile over the ensemble\n{}",
      row.room, row.name, of, row.meaning, row.unit, needs);
}

std::string quantity_cards(const std::string& key, const DataFolder& data) {
  const auto is_it = [&](const ResultColumn& row) {
    return key == row.name || key == row.key() || is_of_active(row.name, key, data);
  };
  std::string text;
  for (const ResultColumn& row : course::course_quantities()) text += is_it(row) ? quantity_card(row, "result") : "";
  for (const ResultColumn& row : course::bench_quantities()) {
    text += is_it(row) ? quantity_card(row, "result of an experiment") : "";
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

std::string source_card(const DataFolder& data, const std::string& key) {
  const auto all = data.bibliography(data.file("sources.bib"));
  const auto found = all.find(key);
  if (found == all.end()) return "";
  return fmt::format("{}  (source, read as {})\n  {}\n", key, found->second.read_as, found->second.in_words());
}

std::string system_card(const DataFolder& data, const Units& units, const std::string& key) {
  const Catalogue catalogue = load_catalogue(data, units);
  for (const System& system : catalogue.system) {
    if (system.id == key) return fmt::format("{}  {}\n  {}\n", system.id, system.title, system.words);
  }
  for (const Claim& claim : catalogue.claim) {
    if (claim.id == key) return fmt::format("{}  (claim)\n  {}\n  judged by: {}\n", claim.id, claim.words, claim.test);
  }
  return "";
}

std::string device_card(const DataFolder& data, const Units& units, const std::string& key) {
  const std::vector<std::string> names = data.names("devices");
  if (std::find(names.begin(), names.end(), key) == names.end()) return "";
  auto device = read_struct<device::Device>(data.document(data.find("devices", key)), nullptr, units);
  std::string text =
      fmt::format("{}  (device, {}, for use at: {})\n  {}\n", key, device.kind, device.setting, device.title);
  const auto rows = list_parameters([&](Visitor& visitor) { device::describe(device, visitor); }, units);
  for (const ParameterRow& row : rows) {
    if (row.type == "quantity" && row.source.empty()) continue;
    const std::string range = row.low.empty() ? "" : fmt::format("  [{} .. {}]", row.low, row.high);
    const std::string source = row.source.empty() ? "" : fmt::format("  {} ({})", row.source, row.kind);
    if (row.path.find('.') != std::string::npos)
      text += fmt::format("  {:<22} {}{}{}\n", row.path, row.given, range, source);
  }
  return text;
}

std::string contraindication_card(const DataFolder& data, const Units& units, const std::string& key) {
  for (const std::vector<std::string>& row : list("contraindications", data, units).rows) {
    if (row[0] != key) continue;
    const std::string kinds = row[2] == "all" || row[2] == "-" ? "" : fmt::format(", refused for {}", row[2]);
    return fmt::format("{}  (word of person.history: {}{})\n  {}\n  source    {}\n", key, row[1], kinds, row[3],
                       row[4]);
  }
  return "";
}

/// A key, or every key below a table ("technique").
std::string parameter_cards(const std::vector<ParameterRow>& rows, const std::string& key) {
  std::string text;
  for (const ParameterRow& row : rows) {
    std::string path = row.path;  // a verdict names what is of the first of a list without its place
    if (const std::size_t at = path.find("[]"); at != std::string::npos) path.erase(at, 2);
    const bool is_it = row.path == key || path == key || row.path.starts_with(fmt::format("{}.", key)) ||
                       row.path.ends_with(fmt::format(".{}", key));
    if (!is_it) continue;
    if (!text.empty()) text += '\n';
    text += explain(row);
  }
  return text;
}

}  // namespace

std::vector<ParameterRow> study_keys(const DataFolder& data, const Units& units) {
  std::vector<ParameterRow> rows = load(data.find("studies/demo", "medical-roller"), {}, data, units).keys;
  std::erase_if(rows, [](const ParameterRow& row) {
    const std::string below = "session[].";
    return row.path.starts_with(below) && row.path.find('.', below.size()) != std::string::npos;
  });
  return rows;
}

std::vector<std::string> words_with_cards(const DataFolder& data, const Units& units) {
  std::vector<std::string> keys;
  for (const ParameterRow& row : study_keys(data, units)) keys.push_back(row.path);
  for (const ResultColumn& row : course::course_quantities()) keys.push_back(row.name);
  for (const ResultColumn& row : course::bench_quantities()) keys.push_back(row.name);
  for (const course::Stage& room : course::stages()) keys.push_back(room.name);
  for (const std::string& device : data.names("devices")) keys.push_back(device);
  for (const std::string& active : data.names("actives")) keys.push_back(active);
  for (const std::string& word : skin::history_words()) keys.push_back(word);
  return keys;
}

std::string cards(const std::string& word, const DataFolder& data, const Units& units) {
  std::string text = parameter_cards(study_keys(data, units), word) + quantity_cards(word, data);
  if (text.empty()) {
    text = room_card(word) + source_card(data, word) + system_card(data, units, word) + device_card(data, units, word) +
           active_card(data, units, word) + contraindication_card(data, units, word);
  }
  if (!text.empty()) return text;
  throw InputError(fmt::format("there is nothing called '{}'", word), suggestion(word, words_with_cards(data, units)));
}

}  // namespace percuta::study
