#include "percuta/claims/arms.hpp"

#include <fmt/format.h>

#include <mutex>

#include "percuta/numerics/parallel.hpp"
#include "percuta/run/run.hpp"

namespace percuta::claims {
namespace {

std::vector<double> row_of(const course::Course& course) {
  std::vector<double> row;
  row.reserve(run::quantities().size());
  for (const run::QuantityRow& quantity : run::quantities()) row.push_back(quantity.of(course.sessions.front()));
  return row;
}

bool is_stopped(const run::RunControl& control) {
  return control.stop != nullptr && control.stop->load();
}

}  // namespace

study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units) {
  study::Overrides overrides;
  overrides.settings = {fmt::format("ensemble.members={}", members), "seed=1", "course.sessions=1"};
  overrides.settings.insert(overrides.settings.end(), settings.begin(), settings.end());
  return study::load(data.find("studies", study), overrides, data, units);
}

std::vector<std::vector<double>> simulate_members(const study::Model& model, const run::RunControl& control) {
  std::vector<std::vector<double>> rows(model.members);
  std::mutex speaking;
  std::uint32_t done = 0;
  numerics::parallel_for(model.members, control.threads, [&](std::size_t i) {
    if (is_stopped(control)) return;
    const Member member{model.seed, static_cast<std::uint32_t>(i + 1), model.members};
    rows[i] = row_of(course::simulate(model.inputs, member, control.clone));
    const std::lock_guard lock(speaking);
    if (control.progress) control.progress(++done, model.members);
  });
  if (is_stopped(control)) throw Interrupted("stopped before the verdict");
  return rows;
}

std::vector<double> simulate_median(const course::Inputs& inputs, const study::Model& model,
                                    const run::RunControl& control) {
  return row_of(course::simulate(inputs, Member{model.seed, 0, model.members}, control.clone));
}

std::size_t column_of(const std::string& quantity) {
  const auto& all = run::quantities();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].room + "." + all[i].name == quantity) return i;
  }
  throw InputError(fmt::format("no result is called '{}'", quantity), "`percuta list quantities` shows them");
}

}  // namespace percuta::claims
