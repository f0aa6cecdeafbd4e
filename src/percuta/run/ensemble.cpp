#include "percuta/run/ensemble.hpp"

#include <mutex>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/run/ledger.hpp"

namespace percuta::run {

namespace {

using Results = std::vector<ResultOf<course::Outcome>>;

std::vector<ResultColumn> columns_of(const Results& results) {
  std::vector<ResultColumn> columns;
  for (const ResultOf<course::Outcome>& one : results) columns.push_back(one.column);
  return columns;
}

std::size_t row_size(const Results& results) {
  std::size_t size = 0;
  for (const ResultOf<course::Outcome>& one : results) size += one.column.size();
  return size;
}

/// One member's numbers. Throws SolverError when a ledger is open.
std::vector<double> row_of(const study::Model& model, const course::Inputs& inputs, const Results& results,
                           const Member& member, numerics::KernelClone clone) {
  const course::Outcome outcome = course::simulate(inputs, model.experiment, member, clone);
  ledger_of(outcome.course);
  std::vector<double> row;
  row.reserve(row_size(results));
  for (const ResultOf<course::Outcome>& one : results) one.append(outcome, row);
  return row;
}

}  // namespace

ResultTable simulate_members(const study::Model& model, const RunControl& control) {
  const Results results = course::results(model.inputs, model.experiment, model.travel);
  const std::size_t size = row_size(results);
  std::vector<std::vector<double>> rows(model.members);
  std::mutex speaking;
  std::uint32_t done = 0;
  numerics::parallel_for(model.members, control.threads, [&](std::size_t i) {
    if (control.is_stopped()) return;
    const auto index = static_cast<std::uint32_t>(i + 1);
    std::vector<double>& mine = rows[i];
    bool is_known = false;
    if (control.recall) {
      const std::lock_guard lock(speaking);
      is_known = control.recall(index, mine) && mine.size() == size;
    }
    if (!is_known) mine = row_of(model, model.inputs, results, Member{model.seed, index, model.members}, control.clone);
    const std::lock_guard lock(speaking);
    if (!is_known && control.keep) control.keep(index, mine);
    if (control.progress) control.progress(++done, model.members);
  });
  if (control.is_stopped()) throw Interrupted(control.when_stopped);
  return {columns_of(results), std::move(rows)};
}

ResultTable simulate_one(const study::Model& model, const course::Inputs& inputs, const Member& member,
                         const RunControl& control) {
  const Results results = course::results(inputs, model.experiment, model.travel);
  return {columns_of(results), {row_of(model, inputs, results, member, control.clone)}};
}

}  // namespace percuta::run
