#include <fmt/format.h>

#include <set>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/validation/readings.hpp"
#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace {

/// One variant to run, and where it belongs.
struct Job {
  const Case* of = nullptr;
  const CaseVariant* variant = nullptr;
  study::Model model = {};
};

std::vector<Job> jobs_of(const std::vector<Case>& cases) {
  std::vector<Job> jobs;
  for (const Case& one : cases) {
    if (!one.not_stated.empty()) continue;
    for (const CaseVariant& variant : one.variants) jobs.push_back({&one, &variant});
  }
  return jobs;
}

/// All, of a variant that nobody reads.
Asked asked_of(const Job& job) {
  std::set<std::string, std::less<>> keys;
  for (const Comparison& comparison : job.of->comparisons) {
    if (!comparison.not_stated.empty() ||
        !reads(comparison, job.variant->name, job.variant == &job.of->variants.front())) {
      continue;
    }
    keys.insert(comparison.quantity);
    if (!comparison.less.empty()) keys.insert(comparison.less);
  }
  return Asked(std::move(keys));
}

study::Model load(const Job& job, std::optional<std::uint32_t> members, const DataFolder& data, const Units& units) {
  study::Overrides overrides;
  overrides.settings = job.variant->set;
  if (members) overrides.settings.push_back(fmt::format("ensemble.members={}", *members));
  study::Model model = study::load(job.of->folder / job.variant->study, overrides, data, units);
  run::refuse_unbuilt(model);
  return model;
}

}  // namespace

std::vector<std::vector<VariantRun>> run_cases(const std::vector<Case>& cases, std::optional<std::uint32_t> members,
                                               const DataFolder& data, const Units& units,
                                               const run::RunControl& control) {
  std::vector<Job> jobs = jobs_of(cases);
  for (Job& job : jobs) {
    job.model = load(job, members, data, units);
    check_readings(*job.of, job.variant->name, run::empty_table(job.model), units);
  }
  std::vector<run::AskedStudy> studies;
  studies.reserve(jobs.size());
  for (const Job& job : jobs) studies.push_back({job.model, asked_of(job)});
  run::RunControl own = control;
  own.when_stopped = "stopped before the comparison";
  std::vector<run::ResultTable> tables = run::simulate_studies(studies, own);
  std::vector<std::vector<VariantRun>> runs(cases.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto place = static_cast<std::size_t>(jobs[i].of - cases.data());
    runs[place].push_back({jobs[i].variant->name, std::move(tables[i])});
  }
  return runs;
}

}  // namespace percuta::validation
