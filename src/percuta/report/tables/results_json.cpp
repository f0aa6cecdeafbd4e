#include <algorithm>
#include <nlohmann/json.hpp>

#include "percuta/report/tables/json_values.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr int k_indent = 2;

/// Rooms in the order in which they first appear, each with its quantities.
void put_rooms(Json& object, const std::vector<run::Result>& results) {
  for (const run::Result& result : results) {
    Json quantity = Json::object();
    put_interval(quantity, result.interval);
    quantity["unit"] = result.unit;
    if (!result.note.empty()) quantity["note"] = result.note;
    put_drivers(quantity, result.drivers);
    object[result.room][result.name] = std::move(quantity);
  }
}

Json sessions(const run::Record& record) {
  Json list = Json::array();
  for (std::size_t i = 0; i < record.sessions.size(); ++i) {
    Json session = Json::object();
    session["number"] = record.session_numbers[i];
    put_rooms(session, record.sessions[i]);
    list.push_back(std::move(session));
  }
  return list;
}

/// What no member has, each with its reason; the session when there are several.
Json undefined(const run::Record& record) {
  Json list = Json::array();
  for (const run::UndefinedResult& one : record.undefined) {
    Json row = {{"name", one.room + "." + one.name}, {"reason", one.reason}};
    if (record.sessions.size() > 1 && one.session > 0) row["session"] = record.session_numbers[one.session - 1];
    list.push_back(std::move(row));
  }
  return list;
}

Json sources(const run::Record& record) {
  Json list = Json::array();
  for (const study::UsedSource& source : record.sources) {
    list.push_back({{"key", source.citation.key},
                    {"citation", source.citation.in_words()},
                    {"read_as", source.citation.read_as},
                    {"used_for", source.used_for}});
  }
  return list;
}

}  // namespace

std::string results_json(const run::Record& record) {
  Json json = Json::object();
  json["schema"] = "percuta-results/1";
  json["percuta"] = record.version;
  json["title"] = record.title;
  json["seed"] = record.seed;
  json["members"] = record.members;
  json["interval_level"] = k_interval_level;
  json["inputs_hash"] = record.inputs_hash;
  if (!record.experiment.kind.empty()) {
    json["experiment"] = {{"kind", record.experiment.kind},
                          {"manner", record.experiment.manner},
                          {"skin", record.experiment.skin},
                          {"device", record.subject.device_name}};
  }
  put_rooms(json, record.results);
  if (record.sessions.size() > 1) json["sessions"] = sessions(record);
  if (record.experiment.kind.empty()) json["limits"] = json_limits<Json>(record);
  json["findings"] = record.findings;
  json["undefined"] = undefined(record);
  json["ledger"] = json_ledger<Json>(record);
  json["sources"] = sources(record);
  json["not_built"] = json_not_built<Json>(record);
  json["warnings"] = record.warnings;
  return text_of(json, k_indent) + "\n";
}

std::string run_json(const std::string& version, const std::vector<std::string>& files, const RunFacts& facts) {
  Json json = Json::object();
  json["schema"] = "percuta-run/1";
  json["percuta"] = version;
  json["command"] = facts.command;
  json["machine"] = facts.machine;
  json["started"] = facts.started;
  json["finished"] = facts.finished;
  json["seconds"] = json_number<Json>(facts.seconds);
  json["threads"] = facts.threads;
  json["kernel"] = facts.kernel;
  for (const StageTimes::Stage& stage : facts.stages) json["stages"][stage.name] = json_number<Json>(stage.seconds);
  json["files"] = files;
  return text_of(json, k_indent) + "\n";
}

bool is_run_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  return json.is_object() && json.contains("percuta");
}

std::string version_in_run_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  const auto version = json.is_object() ? json.find("percuta") : json.end();
  return version != json.end() && version->is_string() ? version->get<std::string>() : std::string();
}

std::optional<std::vector<std::string>> files_in_run_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  const auto list = json.is_object() ? json.find("files") : json.end();
  if (list == json.end() || !list->is_array()) return std::nullopt;
  std::vector<std::string> files;
  for (const Json& name : *list) {
    if (name.is_string()) files.push_back(name.get<std::string>());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace percuta::report
