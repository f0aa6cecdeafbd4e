#include <algorithm>

#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace {

std::uint32_t count_runs(const std::vector<Case>& cases) {
  std::size_t runs = 0;
  for (const Case& one : cases) runs += one.not_stated.empty() ? one.variants.size() : 0;
  return static_cast<std::uint32_t>(runs);
}

bool hold(const std::vector<Judged>& judged) {
  return std::all_of(judged.begin(), judged.end(),
                     [](const Judged& row) { return !row.is_counted || !row.not_stated.empty() || row.is_inside; });
}

}  // namespace

Validation validate(const std::vector<std::string>& words, std::optional<std::uint32_t> members, const DataFolder& data,
                    const Units& units, const run::RunControl& control) {
  const std::filesystem::path file = roles_file(data);
  const CaseRoles roles = read_roles(file, units);
  const std::vector<Case> cases = find_cases(file.parent_path(), words, units);
  const std::uint32_t all = count_runs(cases);
  run::RunControl of_variant = control;
  of_variant.progress = nullptr;
  std::uint32_t done = 0;
  Validation found;
  for (const Case& one : cases) {
    std::vector<VariantRun> runs;
    for (const CaseVariant& variant : one.variants) {
      if (!one.not_stated.empty()) break;
      runs.push_back(run_variant(one, variant, members, data, units, of_variant));
      if (control.progress) control.progress(++done, all);
    }
    for (Judged& row : judge(one, runs, roles, units)) found.judged.push_back(std::move(row));
  }
  add_naive_rule(find_cases(file.parent_path(), {}, units), roles, units, found.judged);
  found.holds = hold(found.judged);
  return found;
}

}  // namespace percuta::validation
