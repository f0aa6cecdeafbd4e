#include "percuta/base/explain.hpp"

#include <fmt/format.h>

namespace percuta {
namespace {

std::string interval_text(const ParameterRow& row) {
  return row.low.empty() ? "" : fmt::format("{} to {} (10th to 90th percentile)", row.low, row.high);
}

/// Text that stays inside one cell of a Markdown table.
std::string cell(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '`' || c == '[') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string source_text(const ParameterRow& row) {
  return row.kind.empty() ? row.source : fmt::format("{}{}{}", row.source, row.source.empty() ? "" : ", ", row.kind);
}

}  // namespace

std::string explain(const ParameterRow& row) {
  std::string text = fmt::format("{}\n  {}\n", row.path, row.meaning);
  const auto line = [&text](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {:<9} {}\n", name, value);
  };
  line("type", row.is_optional ? row.type + ", may be left out" : row.type);
  line("unit", row.unit == "1" ? "none" : row.unit);
  line("allowed", row.range);
  line("used", row.given);
  line("interval", interval_text(row));
  line("source", row.source);
  line("kind", row.kind);
  line("note", row.note);
  return text;
}

std::string reference_markdown(const std::vector<ParameterRow>& rows, const std::string& title) {
  std::string text = fmt::format("# {}\n\n| Key | Meaning | Type | Allowed | Used | Interval | Source |\n", title);
  text += "|---|---|---|---|---|---|---|\n";
  for (const ParameterRow& row : rows) {
    const std::string interval = row.low.empty() ? "" : fmt::format("{} to {}", row.low, row.high);
    text += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", row.path, cell(row.meaning), cell(row.type),
                        cell(row.range), cell(row.given), cell(interval), cell(source_text(row)));
  }
  return text;
}

}  // namespace percuta
