#include "percuta/study/product/active_card.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/explain.hpp"
#include "percuta/base/given_walk.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/transport/transport.hpp"

namespace percuta::study {
namespace {

bool is_active(const DataFolder& data, const std::string& name) {
  const std::vector<std::string> names = data.names("actives");
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<ParameterRow> rows_of(const DataFolder& data, const Units& units, const std::string& name,
                                  std::string& title) {
  auto active = read_struct<transport::Active>(data.document(data.find("actives", name)), nullptr, units);
  title = active.title;
  return list_parameters(given_only([&](Visitor& visitor) { transport::describe(active, visitor); }), units);
}

std::string without_prefix(std::string text, const std::string& prefix) {
  if (text.starts_with(prefix)) text.erase(0, prefix.size());
  return text;
}

}  // namespace

std::string active_card(const DataFolder& data, const Units& units, const std::string& key) {
  const std::string path = without_prefix(key, "active.");
  const std::string name = path.substr(0, path.find('.'));
  if (!is_active(data, name)) return "";
  std::string title, text;
  const std::vector<ParameterRow> rows = rows_of(data, units, name, title);
  for (ParameterRow row : rows) {
    if (path == name) {
      const std::string range = row.low.empty() ? "" : fmt::format("  [{} .. {}]", row.low, row.high);
      const std::string source = row.source.empty() ? "" : fmt::format("  {} ({})", row.source, row.kind);
      if (!row.given.empty()) text += fmt::format("  {:<22} {}{}{}\n", row.path, row.given, range, source);
    } else if (row.path == path.substr(name.size() + 1)) {
      row.path = fmt::format("active.{}.{}", name, row.path);
      return explain(row);
    }
  }
  return path == name ? fmt::format("{}  (active: {})\n{}", name, title, text) : "";
}

bool is_of_active(const std::string& name, const std::string& key, const DataFolder& data) {
  const std::string any = "<active>.";
  if (!name.starts_with(any)) return false;
  const std::string rest = name.substr(any.size()), own = without_prefix(key, "transport.");
  if (own == rest) return true;
  return own.ends_with("." + rest) && is_active(data, own.substr(0, own.size() - rest.size() - 1));
}

}  // namespace percuta::study
