#include "percuta/run/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/run/chance_curve.hpp"
#include "percuta/run/course_record.hpp"
#include "percuta/run/drivers.hpp"
#include "percuta/run/findings.hpp"
#include "percuta/run/ledger.hpp"
#include "percuta/run/record_parts.hpp"
#include "percuta/run/session_limits.hpp"

namespace percuta::run {

namespace {

std::string manner_of(const study::Model& model) {
  if (model.experiment.has_given_hole()) return "given holes";
  if (!model.experiment.makes_holes()) return "intact";
  if (!course::is_pressed_bench(model.inputs, model.experiment)) return "moved over the skin";
  const auto press = course::press_of(model.experiment, model.inputs.sessions.front().device.applicator);
  return press.energy > 0 ? "struck" : "pressed";
}

}  // namespace

void refuse_unbuilt(const study::Model& model) {
  if (model.can_run) return;
  throw InputError(
      fmt::format("this study cannot run yet: {}", model.not_built.empty() ? "" : model.not_built.front().reason),
      "`percuta check` lists every room it needs; `percuta list systems` shows what runs today");
}

Record run(const study::Model& model, const RunControl& control, const Units& units) {
  refuse_unbuilt(model);
  Record record;
  static_cast<study::Heading&>(record) = model;
  Ensemble ensemble = simulate_ensemble(model, control);
  record.table = std::move(ensemble.table);
  record.median_run = std::move(ensemble.median);
  const bool is_bench = model.experiment.is_wanted();
  if (is_bench) record.experiment = {model.experiment.kind, manner_of(model), model.subject.site_name, model.travel};
  record.ledger = ledger_of(record.median_run);
  record.course = course_record_of(model, record.median_run);
  if (!is_bench) record.pictures = course::pictures(model.inputs, record.median_run);
  add_results(units, record);
  add_drivers(model, record);
  for (std::size_t i = 0; i < record.sessions.size(); ++i) {
    record.session_numbers.push_back(course::session_number(model.inputs, i));
  }
  record.limits = session_limits(model, record.table, units);
  add_run_warnings(model, units, record);
  record.findings = findings_of(record, model, units);
  if (!is_bench && control.with_chance) {
    const StageTimer timer(control.times, "evenness against chance", StageTimer::Of::process);
    record.curves.push_back(chance_curve(record.median_run, model, control, units));
  }
  return record;
}

std::vector<safety::JudgedLimit> foretold_limits(const study::Model& model, const Units& units) {
  return session_limits(model, {}, units);
}

bool holds_limits(const Record& record) {
  return std::none_of(record.limits.begin(), record.limits.end(),
                      [](const safety::JudgedLimit& one) { return one.nearness == safety::Nearness::beyond; });
}

}  // namespace percuta::run
