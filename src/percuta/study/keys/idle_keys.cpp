#include "percuta/study/keys/idle_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "percuta/base/schema.hpp"
#include "percuta/study/keys/idle_rules.hpp"

namespace percuta::study {
namespace {

/// What a value says, and who.
std::string words_of(const ParameterRow& row) {
  return fmt::format("{} [{} .. {}] {}", row.given, row.low, row.high, row.source);
}

std::vector<ParameterRow> rows_of(StudyFile file, const Units& units) {
  std::vector<ParameterRow> rows = list_parameters([&](Visitor& visitor) { describe(file, visitor); }, units);
  std::erase_if(rows, [](const ParameterRow& row) { return row.type == "table" || row.type == "tables"; });
  return rows;
}

/// The session's study as it would be if its user had said nothing.
StudyFile untouched(const SessionFile& session, const Units& units) {
  StudyFile file;
  file.device.kind = session.device.kind;
  if (session.lookup.is_specimen) file.knowledge.specimen.emplace();
  Problems missing;  // what has no default stays unset
  Node nothing;
  nothing.value = Node::Table{};
  read_members(nothing, &session.lookup.defaults, units, [&](Visitor& visitor) { describe(file, visitor); }, missing);
  return file;
}

bool holds(const std::vector<IdleKey>& keys, const std::string& path) {
  return std::any_of(keys.begin(), keys.end(), [&](const IdleKey& key) { return key.path == path; });
}

}  // namespace

std::vector<IdleKey> idle_keys(const std::vector<SessionFile>& sessions, const Units& units) {
  std::vector<IdleKey> keys;
  for (const ParameterRow& row : rows_of(sessions.front().file, units)) {
    const auto is_idle = [&](const SessionFile& session) { return !why_idle(row.path, session).empty(); };
    if (!std::all_of(sessions.begin(), sessions.end(), is_idle)) continue;
    keys.push_back({row.path, std::string(why_idle(row.path, sessions.front()))});
  }
  return keys;
}

std::vector<IdleKey> idle_keys_that_are_set(const std::vector<SessionFile>& sessions, const Units& units) {
  std::vector<IdleKey> keys;
  for (const SessionFile& session : sessions) {
    std::map<std::string, std::string> usual;
    for (const ParameterRow& row : rows_of(untouched(session, units), units)) usual[row.path] = words_of(row);
    for (const ParameterRow& row : rows_of(session.file, units)) {
      const std::string_view reason = why_idle(row.path, session);
      if (reason.empty() || holds(keys, row.path) || words_of(row) == usual[row.path]) continue;
      keys.push_back({row.path, std::string(reason)});
    }
  }
  return keys;
}

std::vector<std::string> idle_sentences(const std::vector<IdleKey>& keys) {
  std::vector<std::string> sentences, reasons;
  for (const IdleKey& key : keys) {
    if (std::find(reasons.begin(), reasons.end(), key.reason) == reasons.end()) reasons.push_back(key.reason);
  }
  for (const std::string& reason : reasons) {
    std::vector<std::string> paths;
    for (const IdleKey& key : keys) {
      if (key.reason == reason) paths.push_back(key.path);
    }
    sentences.push_back(
        reason == k_not_built
            ? fmt::format("Read, and without effect until the rooms for it are built: {}.", fmt::join(paths, ", "))
            : fmt::format("Set, and without effect here: {} ({}).", fmt::join(paths, ", "), reason));
  }
  return sentences;
}

std::vector<std::string> idle_axis_sentences(const Sweep& sweep, const std::vector<IdleKey>& keys) {
  std::vector<std::string> sentences;
  for (const std::string& over : sweep.over) {
    std::string key = over.substr(0, over.find('='));
    key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
    const auto idle = std::find_if(keys.begin(), keys.end(), [&](const IdleKey& one) { return one.path == key; });
    if (idle != keys.end()) sentences.push_back(idle_axis_sentence(*idle));
  }
  return sentences;
}

std::string idle_axis_sentence(const IdleKey& key) {
  return fmt::format("A sweep over {} changes nothing here: {}.", key.path, key.reason);
}

}  // namespace percuta::study
