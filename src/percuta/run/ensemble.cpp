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

/// One member's numbers. Throws SolverError when a ledger is open: it counts from strike to hole, so it is asked for
/// where all of that is worked out.
std::vector<double> row_of(const study::Model& model, const course::Inputs& inputs, const Results& results,
                           const Member& member, const course::Scope& scope) {
  const course::Outcome outcome = course::simulate(inputs, model.experiment, member, &scope);
  if (scope.asked.is_all()) ledger_of(outcome.course);
  std::vector<double> row;
  row.reserve(row_size(results));
  for (const ResultOf<course::Outcome>& one : results) one.append(outcome, row);
  return row;
}

/// Rows made by `make(i)`, on as many threads as wanted, in their order; `finished(i, row)` and progress are told of
/// each, one at a time.
template <class Make, class Finished>
std::vector<std::vector<double>> rows_of(std::size_t count, const RunControl& control, Make make, Finished finished) {
  std::vector<std::vector<double>> rows(count);
  std::mutex speaking;
  std::uint32_t done = 0;
  numerics::parallel_for(count, control.threads, [&](std::size_t i) {
    if (control.is_stopped()) return;
    rows[i] = make(i, speaking);
    const std::lock_guard lock(speaking);
    finished(i, rows[i]);
    if (control.progress) control.progress(++done, static_cast<std::uint32_t>(count));
  });
  if (control.is_stopped()) throw Interrupted(control.when_stopped);
  return rows;
}

}  // namespace

ResultTable simulate_members(const study::Model& model, const RunControl& control, const Asked& asked) {
  const Results results = course::results(model.inputs, model.experiment, model.travel, asked);
  course::Scope scope(model.inputs, asked);
  scope.times = control.times;
  const std::size_t size = row_size(results);
  std::vector<char> is_known(model.members);
  const auto make = [&](std::size_t i, std::mutex& speaking) {
    const auto index = static_cast<std::uint32_t>(i + 1);
    std::vector<double> row;
    if (control.recall) {
      const std::lock_guard lock(speaking);
      if (control.recall(index, row) && row.size() == size) {
        is_known[i] = 1;
        return row;
      }
    }
    return row_of(model, model.inputs, results, Member{model.seed, index, model.members}, scope);
  };
  const auto keep = [&](std::size_t i, const std::vector<double>& row) {
    if (is_known[i] == 0 && control.keep) control.keep(static_cast<std::uint32_t>(i + 1), row);
  };
  return {columns_of(results), rows_of(model.members, control, make, keep)};
}

ResultTable simulate_variants(const study::Model& model, const std::vector<course::Inputs>& variants,
                              const RunControl& control, const Asked& asked) {
  const Results results = course::results(model.inputs, model.experiment, model.travel, asked);
  course::Scope scope(model.inputs, asked);
  scope.times = control.times;
  const Member median{model.seed, 0, model.members};
  const auto make = [&](std::size_t i, std::mutex&) { return row_of(model, variants[i], results, median, scope); };
  const auto keep_nothing = [](std::size_t, const std::vector<double>&) {};
  return {columns_of(results), rows_of(variants.size(), control, make, keep_nothing)};
}

}  // namespace percuta::run
