#include "percuta/study/keys/idle_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "percuta/base/schema.hpp"
#include "percuta/course/stages.hpp"

namespace percuta::study {
namespace {

/// A key, or a table with all its keys, and the room that will read it.
struct Reader {
  std::string_view key;
  const char* room;
};

constexpr Reader k_readers[] = {
    {"site.concern", "endpoints"},         {"product.amount", "transport"},
    {"product.apply", "transport"},        {"rf", "heat"},
    {"course.interval", "healing"},        {"course.horizon", "healing"},
    {"course.aftercare_for", "transport"}, {"outputs.times", "endpoints"},
};

bool is_idle(const std::string& path) {
  return std::any_of(std::begin(k_readers), std::end(k_readers), [&](const Reader& reader) {
    const bool is_it = path == reader.key || path.starts_with(std::string(reader.key) + ".");
    return is_it && !course::is_built(reader.room);
  });
}

/// What a value says, and who.
std::string words_of(const ParameterRow& row) {
  return fmt::format("{} [{} .. {}] {}", row.given, row.low, row.high, row.source);
}

std::vector<ParameterRow> idle_rows(StudyFile file, const Units& units) {
  std::vector<ParameterRow> rows = list_parameters([&](Visitor& visitor) { describe_choices(file, visitor); }, units);
  std::erase_if(rows, [](const ParameterRow& row) { return row.type == "table" || !is_idle(row.path); });
  return rows;
}

/// The session's study as it would be if its user had said nothing.
StudyFile untouched(const Lookup& lookup, const Units& units) {
  StudyFile file;
  Problems missing;  // what has no default stays unset
  Node nothing;
  nothing.value = Node::Table{};
  read_members(nothing, &lookup.defaults, units, [&](Visitor& visitor) { describe(file, visitor); }, missing);
  return file;
}

}  // namespace

std::vector<std::string> idle_keys(const std::vector<SessionFile>& sessions, const Units& units) {
  std::vector<std::string> keys;
  for (const SessionFile& session : sessions) {
    std::map<std::string, std::string> usual;
    for (const ParameterRow& row : idle_rows(untouched(session.lookup, units), units)) usual[row.path] = words_of(row);
    for (const ParameterRow& row : idle_rows(session.file, units)) {
      const bool is_new = std::find(keys.begin(), keys.end(), row.path) == keys.end();
      if (is_new && words_of(row) != usual[row.path]) keys.push_back(row.path);
    }
  }
  return keys;
}

std::string idle_keys_sentence(const std::vector<SessionFile>& sessions, const Units& units) {
  const std::vector<std::string> keys = idle_keys(sessions, units);
  if (keys.empty()) return "";
  return fmt::format("Read, and without effect until the rooms for it are built: {}.", fmt::join(keys, ", "));
}

}  // namespace percuta::study
