#include <fmt/format.h>

#include <algorithm>

#include "console.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/write_file.hpp"
#include "percuta/validation/validation.hpp"
#include "run_facts.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// The folder of published cases, beside the data. Throws FileError when it is nowhere.
fs::path validation_folder(const DataFolder& data) {
  for (const fs::path& folder : data.search_path()) {
    const fs::path candidate = folder.parent_path() / "validation";
    if (fs::exists(candidate / "roles.toml")) return candidate;
  }
  throw FileError(
      "the published cases (validation/roles.toml) are missing beside the data folder; install Percuta again");
}

std::uint32_t count_runs(const std::vector<validation::Case>& cases) {
  std::size_t runs = 0;
  for (const validation::Case& one : cases) runs += one.not_stated.empty() ? one.variants.size() : 0;
  return static_cast<std::uint32_t>(runs);
}

std::vector<validation::Judged> judge_all(Context& context, const std::vector<validation::Case>& cases,
                                          const validation::CaseRoles& roles) {
  const run::RunControl control = control_of(context);
  const std::uint32_t all = count_runs(cases);
  Progress progress(context.options, "runs");
  std::uint32_t done = 0;
  std::vector<validation::Judged> judged;
  for (const validation::Case& one : cases) {
    std::vector<validation::VariantRun> runs;
    for (const validation::CaseVariant& variant : one.variants) {
      if (!one.not_stated.empty()) break;
      runs.push_back(
          validation::run_variant(one, variant, context.options.members, context.data, context.units, control));
      progress.show(++done, all);
    }
    for (validation::Judged& row : validation::judge(one, runs, roles, context.units)) judged.push_back(std::move(row));
  }
  return judged;
}

/// Whether every row that counts as blind is inside.
bool holds(const std::vector<validation::Judged>& judged) {
  return std::all_of(judged.begin(), judged.end(), [](const validation::Judged& row) {
    return !row.is_counted || !row.not_stated.empty() || row.is_inside;
  });
}

}  // namespace

int validate(Context& context) {
  const fs::path folder = validation_folder(context.data);
  const validation::CaseRoles roles = validation::read_roles(folder / "roles.toml", context.units);
  const std::vector<validation::Case> cases = validation::find_cases(folder, context.options.words, context.units);
  std::vector<validation::Judged> judged = judge_all(context, cases, roles);
  validation::add_naive_rule(validation::find_cases(folder, {}, context.units), roles, context.units, judged);
  print(context.options.json ? report::validation_json(judged) : shown(report::validation_text(judged)));
  if (!context.options.out.empty()) storage::write_file(context.options.out, report::validation_markdown(judged));
  return context.options.fail_on == "verdict" && !holds(judged) ? 3 : 0;
}

}  // namespace percuta::apps
