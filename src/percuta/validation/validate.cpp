#include <algorithm>

#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace {

bool hold(const std::vector<Judged>& judged) {
  return std::all_of(judged.begin(), judged.end(),
                     [](const Judged& row) { return !row.is_counted || !row.not_stated.empty() || row.is_inside; });
}

}  // namespace

Validation validate(const std::vector<std::string>& words, std::optional<std::uint32_t> members, const DataFolder& data,
                    const Units& units, const run::RunControl& wanted) {
  healing::SharedReferences references;
  run::RunControl control = wanted;
  control.references = &references;
  const std::filesystem::path file = roles_file(data);
  const CaseRoles roles = read_roles(file, units);
  const std::vector<Case> cases = find_cases(file.parent_path(), words, units);
  const std::vector<std::vector<VariantRun>> runs = run_cases(cases, members, data, units, control);
  Validation found;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (Judged& row : judge(cases[i], runs[i], roles, units)) found.judged.push_back(std::move(row));
  }
  add_naive_rule(find_cases(file.parent_path(), {}, units), roles, units, found.judged);
  found.holds = hold(found.judged);
  return found;
}

}  // namespace percuta::validation
