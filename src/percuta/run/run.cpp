#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "percuta/base/version.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/run/chance_curve.hpp"
#include "percuta/run/experiment_values.hpp"
#include "percuta/run/ledger.hpp"
#include "percuta/run/member_values.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

namespace {

bool is_stopped(const RunControl& control) {
  return control.stop != nullptr && control.stop->load();
}

void throw_if_stopped(const RunControl& control) {
  if (is_stopped(control)) throw Interrupted("stopped; `--resume` continues where it was");
}

std::size_t row_size(const study::Model& model) {
  return model.experiment.is_wanted() ? experiment_value_count(model) : value_count(model);
}

/// One member's values. Throws SolverError when a ledger is open.
std::vector<double> row_of(const study::Model& model, const Member& member, numerics::KernelClone clone) {
  if (model.experiment.is_wanted()) {
    const course::Tested tested = course::bench(model.inputs, model.experiment, member, clone);
    ledger_of(tested.course);
    return experiment_values(tested, model);
  }
  const course::Course course = simulate(model.inputs, member, clone);
  ledger_of(course);
  return values_of(course, model);
}

/// Every member's values; members recalled from an earlier run are not computed again.
std::vector<MemberResult> run_members(const study::Model& model, const RunControl& control) {
  std::vector<MemberResult> results(model.members);
  std::mutex speaking;
  std::uint32_t done = 0;
  numerics::parallel_for(model.members, control.threads, [&](std::size_t i) {
    if (is_stopped(control)) return;
    const auto index = static_cast<std::uint32_t>(i + 1);
    MemberResult& mine = results[i];
    bool is_known = false;
    if (control.recall) {
      const std::lock_guard lock(speaking);
      is_known = control.recall(index, mine) && mine.values.size() == row_size(model);
    }
    if (!is_known) {
      mine.values = row_of(model, Member{model.seed, index, model.members}, control.clone);
    }
    const std::lock_guard lock(speaking);
    if (!is_known && control.keep) control.keep(index, mine);
    if (control.progress) control.progress(++done, model.members);
  });
  throw_if_stopped(control);
  return results;
}

}  // namespace

Record run(const study::Model& model, const RunControl& control, const Units& units) {
  if (!model.can_run) {
    throw InputError(
        fmt::format("this study cannot run yet: {}", model.not_built.empty() ? "" : model.not_built.front().reason),
        "`percuta check` lists every room it needs; `percuta list systems` shows what runs today");
  }
  const std::vector<MemberResult> members = run_members(model, control);
  Record record;
  const Member median{model.seed, 0, model.members};
  record.drawn = model.experiment.is_wanted()
                     ? course::bench(model.inputs, model.experiment, median, control.clone).course
                     : simulate(model.inputs, median, control.clone);
  throw_if_stopped(control);
  record.title = model.title;
  record.version = version();
  record.inputs_hash = model.inputs_hash;
  record.seed = model.seed;
  record.members = model.members;
  record.resolved_toml = model.resolved_toml;
  record.parameters = model.parameters;
  record.sources = model.sources;
  record.not_built = model.not_built;
  record.own_files = model.own_files;
  record.warnings = model.warnings;
  record.subject = model.subject;
  record.ledger = ledger_of(record.drawn);
  if (model.experiment.is_wanted()) {
    fill_experiment(members, model, units, record);
  } else {
    fill_intervals(members, model, units, record);
    add_run_warnings(members, units, record);
    if (control.with_chance) record.curves.push_back(chance_curve(record.drawn, model, control, units));
  }
  return record;
}

}  // namespace percuta::run
