#include "percuta/report/compare/compare_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "percuta/base/error.hpp"
#include "percuta/base/text/json_text.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/numerics/statistics/thinning.hpp"
#include "percuta/report/compare/compare_table.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr double k_most_dots = 20000;  // of all maps together

Json read_object(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_object() ? json : Json::object();
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t count_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

double number_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : std::numeric_limits<double>::quiet_NaN();
}

/// A room of results.json: an object of objects, each with value and unit.
void read_room(const std::string& room, const Json& quantities, KeptRun& run) {
  for (const auto& [name, quantity] : quantities.items()) {
    if (!quantity.is_object() || !quantity.contains("value") || !quantity.contains("unit")) continue;
    run.quantities.push_back({room,
                              name,
                              text_at(quantity, "unit"),
                              {number_at(quantity, "value"), number_at(quantity, "low"), number_at(quantity, "high")}});
  }
}

/// What the first session's results leave out, with the reason; none in a run from before there was a list.
std::vector<KeptUndefined> read_undefined(const Json& json) {
  std::vector<KeptUndefined> all;
  const auto rows = json.find("undefined");
  if (rows == json.end() || !rows->is_array()) return all;
  for (const Json& row : *rows) {
    const std::uint64_t session = row.is_object() ? count_at(row, "session") : 2;
    if (session <= 1) all.push_back({text_at(row, "name"), text_at(row, "reason")});
  }
  return all;
}

std::size_t length_at(const Json& map, const char* key) {
  const auto found = map.find(key);
  return found != map.end() && found->is_array() ? found->size() : 0;
}

Json* map_of(Json& page) {
  const auto figures = page.find("figures");
  if (figures == page.end() || !figures->is_object()) return nullptr;
  const auto map = figures->find("puncture_map");
  return map == figures->end() || !map->is_object() ? nullptr : &*map;
}

/// The share of its strikes that every map can show.
double common_share(std::vector<Json>& pages) {
  double share = 1, all = 0;
  for (Json& page : pages) {
    const Json* map = map_of(page);
    if (map == nullptr) continue;
    const auto total = static_cast<double>(count_at(*map, "total"));
    all += total;
    if (total > 0) share = std::min(share, static_cast<double>(length_at(*map, "x")) / total);
  }
  return all > 0 ? std::min(share, k_most_dots / all) : share;
}

void thin_map(Json& map, double share) {
  const std::size_t shown = length_at(map, "x");
  const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(count_at(map, "total"))));
  if (wanted >= shown) return;
  const std::vector<std::size_t> kept = numerics::thinned(shown, wanted);
  for (const char* key : {"x", "y", "depth", "reentry"}) {
    Json list = Json::array();
    for (const std::size_t i : kept) {
      if (i < length_at(map, key)) list.push_back(map[key][i]);
    }
    map[key] = std::move(list);
  }
  map["shown"] = kept.size();
}

/// The sentence by which a run's page tells what a quantity is; results.json has none.
std::string meaning_of(const KeptQuantity& quantity, const Json& page) {
  const auto rows = page.find("results");
  if (rows == page.end() || !rows->is_array()) return "";
  for (const Json& row : *rows) {
    if (text_at(row, "room") == quantity.room && text_at(row, "name") == quantity.name) return text_at(row, "meaning");
  }
  return "";
}

Json result_rows(const KeptRun& run, const Json& page) {
  Json rows = Json::array();
  for (const KeptQuantity& one : run.quantities) {
    Json row = {{"room", one.room}, {"name", one.name}, {"meaning", meaning_of(one, page)}, {"unit", one.unit}};
    put_interval(row, one.interval);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What a comparison shows of a run: what results.json says, and the figures of its page when it has one.
Json kept_page(const KeptRun& run) {
  Json page = read_object(run.page_data);
  for (const char* key : {"parameters", "sources", "ledger", "sessions", "not_built", "uptake"}) page.erase(key);
  page["page"] = 1;
  page["title"] = run.title;
  page["version"] = run.version;
  page["seed"] = run.seed;
  page["members"] = run.members;
  page["inputs_hash"] = run.inputs_hash;
  page["results"] = result_rows(run, page);
  return page;
}

Json difference_rows(const std::vector<Difference>& differences) {
  Json rows = Json::array();
  for (const Difference& one : differences) {
    rows.push_back({{"key", one.key}, {"chosen", one.is_chosen}, {"values", one.values}});
  }
  return rows;
}

numerics::Polygon corners(const Json& map, const char* key) {
  numerics::Polygon polygon;
  if (length_at(map, key) == 0) return polygon;
  for (const Json& corner : map[key]) {
    if (!corner.is_array() || corner.size() < 2 || !corner[0].is_number() || !corner[1].is_number()) continue;
    polygon.push_back({corner[0].get<double>() / k_mm_per_m, corner[1].get<double>() / k_mm_per_m});
  }
  return polygon;
}

}  // namespace

KeptRun read_results(const std::string& text, const std::string& file) {
  const Json json = read_object(text);
  if (text_at(json, "schema") != "percuta-results/1") {
    throw InputError(fmt::format("'{}' is no results.json that this version of Percuta reads", file),
                     "run the study again with this version");
  }
  KeptRun run;
  run.title = text_at(json, "title");
  run.version = text_at(json, "percuta");
  run.inputs_hash = text_at(json, "inputs_hash");
  run.seed = count_at(json, "seed");
  run.members = static_cast<std::uint32_t>(count_at(json, "members"));
  for (const auto& [key, value] : json.items()) {
    if (value.is_object()) read_room(key, value, run);
  }
  run.undefined = read_undefined(json);
  return run;
}

std::string page_hash(const std::string& page_data) {
  return text_at(read_object(page_data), "inputs_hash");
}

KeptSite site_of(const KeptRun& run) {
  Json page = read_object(run.page_data);
  const Json* map = map_of(page);
  if (map == nullptr || text_at(*map, "unit") != "mm") return {};
  return {corners(*map, "outline"), corners(*map, "window")};
}

std::string comparison_page(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings, const std::vector<std::string>& links) {
  std::vector<Json> pages;
  pages.reserve(runs.size());
  for (const KeptRun& run : runs) pages.push_back(kept_page(run));
  const double share = common_share(pages);
  Json json = {{"compare", 1}, {"differences", difference_rows(differences)}, {"warnings", warnings}};
  json["runs"] = Json::array();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (Json* map = map_of(pages[i]); map != nullptr) thin_map(*map, share);
    const std::string link = i < links.size() ? links[i] : "";
    json["runs"].push_back({{"folder", runs[i].folder}, {"link", link}, {"page", std::move(pages[i])}});
  }
  return script_safe(text_of(json, -1));
}

std::string comparison_json(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings) {
  Json json = {{"schema", "percuta-comparison/1"}, {"runs", Json::array()}};
  for (const KeptRun& run : runs) {
    json["runs"].push_back({{"folder", run.folder},
                            {"title", run.title},
                            {"percuta", run.version},
                            {"members", run.members},
                            {"inputs_hash", run.inputs_hash}});
  }
  json["differences"] = difference_rows(differences);
  json["warnings"] = warnings;
  json["quantities"] = Json::array();
  for (const ComparedQuantity& row : compared(runs)) {
    Json values = Json::array();
    for (const Interval& interval : row.values) {
      values.push_back(Json::object());
      put_interval(values.back(), interval);
    }
    json["quantities"].push_back({{"room", row.room}, {"name", row.name}, {"unit", row.unit}, {"values", values}});
  }
  constexpr int k_indent = 2;
  return text_of(json, k_indent) + "\n";
}

}  // namespace percuta::report
