#include "percuta/course/knowledge.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace percuta::course {
namespace {

/// What the reference says of a table: its meaning, and the file behind it.
std::string meaning_of(const KnowledgeTable& table) {
  if (table.file.empty()) return std::string(table.meaning);
  return fmt::format("{} (data/{})", table.meaning, table.file);
}

}  // namespace

std::vector<KnowledgeTable> knowledge_tables() {
  std::vector<KnowledgeTable> tables;
  const auto add = [&](const KnowledgeTable& table, auto&) {
    const auto is_same = [&](const KnowledgeTable& other) { return other.key == table.key; };
    if (std::none_of(tables.begin(), tables.end(), is_same)) tables.push_back(table);
  };
  Knowledge of_site, of_specimen;
  of_specimen.specimen.emplace();
  for_each_table(of_site, add);
  for_each_table(of_specimen, add);
  return tables;
}

void describe(Knowledge& knowledge, Visitor& visitor) {
  for_each_table(knowledge, [&](const KnowledgeTable& table, auto& member) {
    visit_table(visitor, {.name = table.key, .meaning = meaning_of(table)}, member);
  });
}

}  // namespace percuta::course
