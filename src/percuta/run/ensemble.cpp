#include "percuta/run/ensemble.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/run/ledger.hpp"
#include "percuta/run/patch_band.hpp"

namespace percuta::run {

namespace {

using Row = std::vector<double>;
using Rows = std::vector<Row>;
using Results = std::vector<ResultOf<course::Outcome>>;

std::vector<ResultColumn> columns_of(const Results& results) {
  std::vector<ResultColumn> columns;
  columns.reserve(results.size());
  for (const ResultOf<course::Outcome>& one : results) columns.push_back(one.column);
  return columns;
}

/// One study made ready: what is read off every member, and what they share.
class Chain {
 public:
  Chain(const study::Model& model, const Asked& asked, const RunControl& control)
      : model_(model),
        results_(course::results(model.inputs, model.experiment, model.travel, asked)),
        scope_(model.inputs, asked) {
    scope_.times = control.times;
    scope_.references = control.references;
    patch_.clone = control.clone;
    patch_.when_stopped = control.when_stopped;
    if (control.stop != nullptr) patch_.is_stopped = [stop = control.stop] { return stop->load(); };
    refuse_unknown(asked);
    for (const ResultOf<course::Outcome>& one : results_) row_size_ += one.column.size();
  }

  const course::Inputs& inputs() const { return model_.inputs; }
  std::size_t row_size() const { return row_size_; }
  bool is_coarse = false;  ///< as of a course's scope
  Member member(std::uint32_t index) const { return {model_.seed, index, model_.members}; }

  course::Outcome outcome(const course::Inputs& inputs, const Member& member, const course::Walked* before = nullptr,
                          const transport::PatchWatch* patch = nullptr) const {
    course::Scope scope = scope_;
    scope.is_coarse = is_coarse;
    scope.before = before;
    scope.patch = patch;
    return course::simulate(inputs, model_.experiment, member, &scope);
  }

  /// Throws SolverError when a ledger is open: it counts from strike to hole, so it is asked for where all of that is
  /// worked out.
  Row row(const course::Outcome& outcome) const {
    if (scope_.asked.is_all()) ledger_of(outcome.course);
    Row row;
    row.reserve(row_size_);
    for (const ResultOf<course::Outcome>& one : results_) one.append(outcome, row);
    return row;
  }
  Row row_of(std::uint32_t index) const {
    return row(outcome(model_.inputs, member(index), nullptr, model_.inputs.are_all_patches ? &patch_ : nullptr));
  }
  /// How members' patches are solved: side by side, each by one thread.
  const transport::PatchWatch& patch() const { return patch_; }

  ResultTable table(Rows rows) const { return {columns_of(results_), std::move(rows)}; }

 private:
  void refuse_unknown(const Asked& asked) const {
    const auto is_known = [&](const std::string& key) {
      return std::any_of(results_.begin(), results_.end(), [&](const auto& one) { return one.column.key() == key; });
    };
    for (const std::string& key : asked.keys()) {
      if (is_known(key)) continue;
      empty_table(model_).column(key);
    }
  }

  const study::Model& model_;
  Results results_;
  course::Scope scope_;
  transport::PatchWatch patch_;
  std::size_t row_size_ = 0;
};

/// Works `count` pieces off on as many threads as wanted: `work(i)` side by side, then `finished(i)` one at a time.
/// Throws Interrupted when stopped.
template <class Work, class Finished>
void work_off(std::size_t count, const RunControl& control, std::mutex& speaking, Work work, Finished finished) {
  numerics::parallel_for(count, control.threads, [&](std::size_t i) {
    if (control.is_stopped()) return;
    work(i);
    const std::lock_guard lock(speaking);
    finished(i);
  });
  if (control.is_stopped()) throw Interrupted(control.when_stopped);
}

/// Tells of one more that is done, of so many.
class Count {
 public:
  Count(const RunControl& control, std::size_t all) : control_(control), all_(static_cast<std::uint32_t>(all)) {}
  void one_more() {
    if (control_.progress) control_.progress(++done_, all_);
  }

 private:
  const RunControl& control_;
  std::uint32_t all_, done_ = 0;
};

/// Every member's row, and with `median` the median person's course, the last piece of the work.
Rows member_rows(const Chain& chain, std::size_t members, const RunControl& control, Count& count,
                 course::Course* median) {
  Rows rows(members);
  std::vector<char> is_known(members);
  std::mutex speaking;
  const auto recall = [&](std::size_t i) {
    if (!control.recall) return false;
    const std::lock_guard lock(speaking);
    return control.recall(static_cast<std::uint32_t>(i + 1), rows[i]) && rows[i].size() == chain.row_size();
  };
  const auto work = [&](std::size_t i) {
    if (i == members) {
      *median = chain.outcome(chain.inputs(), chain.member(0)).course;
      return;
    }
    is_known[i] = recall(i) ? 1 : 0;
    if (is_known[i] == 0) rows[i] = chain.row_of(static_cast<std::uint32_t>(i + 1));
  };
  const auto finished = [&](std::size_t i) {
    if (i == members) return;
    if (is_known[i] == 0 && control.keep) control.keep(static_cast<std::uint32_t>(i + 1), rows[i]);
    count.one_more();
  };
  work_off(members + (median == nullptr ? 0 : 1), control, speaking, work, finished);
  return rows;
}

/// How many moments a patch tells of, all actives together.
std::size_t moments_of(const course::Inputs& inputs) {
  std::size_t moments = 0;
  for (const course::SessionInputs& session : inputs.sessions) {
    if (!session.tells_uptake || !session.product.is_told()) continue;
    for (const transport::Ingredient& one : session.product.composition.active) moments += one.is_stated() ? 1 : 0;
  }
  return moments * course::uptake_times(inputs).size();
}

/// When concentrations are kept: as asked, else where a walk ends.
std::vector<double> field_times(const course::Inputs& inputs) {
  const std::vector<double> told = course::uptake_times(inputs);
  std::vector<double> times;
  for (const double time : told) {
    if (std::find(inputs.times.begin(), inputs.times.end(), time) != inputs.times.end()) times.push_back(time);
  }
  return times.empty() ? std::vector<double>{told.back()} : times;
}

/// The median person with every hole of the patch resolved, on all threads: it goes on from what was kept of it.
course::Outcome resolved_median(const Chain& chain, const RunControl& control, Count& count) {
  transport::PatchWatch watch = chain.patch();
  watch.threads = control.threads;
  watch.one_more = [&count] { count.one_more(); };
  watch.is_due = control.is_patch_due;
  watch.keep = control.keep_patch;
  watch.field_times = field_times(chain.inputs());
  std::optional<transport::PatchKept> kept;
  if (control.recall_patch) kept = control.recall_patch();
  if (kept) watch.from = &*kept;
  return chain.outcome(chain.inputs(), chain.member(0), nullptr, &watch);
}

}  // namespace

ResultTable simulate_members(const study::Model& model, const RunControl& control, const Asked& asked) {
  const Chain chain(model, asked, control);
  Count count(control, model.members);
  return chain.table(member_rows(chain, model.members, control, count, nullptr));
}

Ensemble simulate_ensemble(const study::Model& model, const RunControl& control) {
  const Chain chain(model, {}, control);
  Ensemble ensemble;
  const bool has_patch = model.inputs.patch.is_wanted() && !model.experiment.is_wanted();
  Count count(control, model.members + (has_patch ? moments_of(model.inputs) : 0));
  Rows rows = member_rows(chain, model.members, control, count, has_patch ? nullptr : &ensemble.median);
  if (has_patch) {
    course::Outcome outcome = resolved_median(chain, control, count);
    const Row row = chain.row(outcome);
    ensemble.table = chain.table({});
    if (!model.inputs.are_all_patches) rest_on_patch(ensemble.table.columns(), row, rows);
    ensemble.median = std::move(outcome.course);
  }
  ensemble.table = chain.table(std::move(rows));
  return ensemble;
}

ResultTable simulate_variants(const study::Model& model, const std::vector<course::Inputs>& variants,
                              const RunControl& control, const Asked& asked) {
  Chain chain(model, asked, control);
  chain.is_coarse = true;  // they are held against each other alone
  if (variants.empty()) return chain.table({});
  const Member median = chain.member(0);
  Rows rows(variants.size());
  std::mutex speaking;
  Count count(control, variants.size());
  course::Walked first{variants.front(), {}};
  {
    if (control.is_stopped()) throw Interrupted(control.when_stopped);
    course::Outcome outcome = chain.outcome(variants.front(), median);
    rows.front() = chain.row(outcome);
    first.course = std::move(outcome.course);
    count.one_more();
  }
  work_off(
      variants.size() - 1, control, speaking,
      [&](std::size_t i) { rows[i + 1] = chain.row(chain.outcome(variants[i + 1], median, &first)); },
      [&](std::size_t) { count.one_more(); });
  return chain.table(std::move(rows));
}

ResultTable empty_table(const study::Model& model) {
  return {columns_of(course::results(model.inputs, model.experiment, model.travel)), {}};
}

std::vector<ResultTable> simulate_studies(const std::vector<AskedStudy>& studies, const RunControl& control) {
  std::vector<Chain> chains;
  std::vector<Rows> rows;
  std::vector<std::size_t> ends;  // of each study's members among all
  for (const AskedStudy& study : studies) {
    chains.emplace_back(study.model, study.asked, control);
    rows.emplace_back(study.model.members);
    ends.push_back((ends.empty() ? 0 : ends.back()) + study.model.members);
  }
  std::vector<std::size_t> done(studies.size());
  std::mutex speaking;
  Count count(control, studies.size());
  const auto study_of = [&](std::size_t i) {
    return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), i) - ends.begin());
  };
  const auto work = [&](std::size_t i) {
    const std::size_t s = study_of(i), member = i + rows[s].size() - ends[s];
    rows[s][member] = chains[s].row_of(static_cast<std::uint32_t>(member + 1));
  };
  const auto finished = [&](std::size_t i) {
    const std::size_t s = study_of(i);
    if (++done[s] == rows[s].size()) count.one_more();
  };
  work_off(ends.empty() ? 0 : ends.back(), control, speaking, work, finished);
  std::vector<ResultTable> tables;
  tables.reserve(studies.size());
  for (std::size_t s = 0; s < studies.size(); ++s) tables.push_back(chains[s].table(std::move(rows[s])));
  return tables;
}

}  // namespace percuta::run
