#include "percuta/numerics/time/tr_bdf2_chain.hpp"

#include <fmt/format.h>

#include <limits>
#include <unordered_set>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

void must_fit(const std::vector<ChainLink>& links) {
  if (links.empty()) throw InputError("a chain needs at least one field");
  for (std::size_t n = 1; n < links.size(); ++n) {
    const ChainLink &link = links[n], &before = links[n - 1];
    if (!(link.start.layout() == before.start.layout())) {
      throw InputError(fmt::format("'{}' and '{}', which turns into it, are on different grids", link.start.name(),
                                   before.start.name()));
    }
    for (std::size_t m = 0; m < n; ++m) {
      if (links[m].problem.matrix == link.problem.matrix || links[m].start.name() == link.start.name()) {
        throw InputError(fmt::format("fields {} and {} of a chain need names and matrices of their own", m, n));
      }
    }
    std::unordered_set<Index> held;
    for (const Held& each : before.problem.matrix->held()) held.insert(each.cell);
    for (const Held& each : link.problem.matrix->held()) {
      if (held.contains(each.cell)) continue;
      throw InputError(fmt::format("a cell where '{}' is held or cut out must be so for '{}' too, which turns into it",
                                   link.start.name(), before.start.name()));
    }
  }
}

}  // namespace

void add_turning(const Field& rate, int label, Transmissibilities& matrix) {
  for_each_cell(matrix.layout(), [&](Index i, Index j, Index k) {
    const Index cell = matrix.layout().at(i, j, k);
    const double conductance = matrix.mass_of(cell) * rate.cells()[cell];
    if (conductance != 0) matrix.add_exchange({.cell = cell, .conductance = conductance, .label = label});
  });
}

/// What is given to the field at the stage in hand beside its exchanges; null = nothing.
const Field* TrBdf2::given() const {
  if (fed_ == nullptr) return problem_.source ? &source_ : nullptr;
  return problem_.source ? &given_ : fed_;
}

void TrBdf2::follow_chain(const Stage& from) {
  fed_ = &from.turned;
}

void TrBdf2::turn_into(const std::string& next, int label) {
  turns_ = true;
  turned_label_ = label;
  loss_name_ = "turned into " + next;
}

/// What turns into the next of the chain, cell by cell, with the coefficients as they stand.
void TrBdf2::take_turned(Stage& stage) {
  if (!turns_) return;
  if (system_.has_loss()) {
    combine(ranges(), stage.turned, {{1, &system_.losses(stage.value)}});
  } else {
    stage.turned.fill(0);
  }
  for (const Exchange& exchange : problem_.matrix->exchanges()) {
    if (exchange.label != turned_label_) continue;
    stage.turned.cells()[exchange.cell] +=
        exchange.conductance * (stage.value.cells()[exchange.cell] - exchange.outside);
  }
}

TrBdf2Chain::TrBdf2Chain(std::vector<ChainLink> links, double t, const StepSettings& step, const SolveSettings& solve) {
  must_fit(links);
  constexpr int k_none = std::numeric_limits<int>::min();  // a label that nobody has
  for (std::size_t n = 0; n < links.size(); ++n) {
    ChainLink& link = links[n];
    StepSettings own = step;
    own.atol = link.atol.value_or(step.atol);
    const bool turns = n + 1 < links.size();
    const std::string next = turns ? links[n + 1].start.name() : "";
    if (turns && link.turned) link.problem.labels[*link.turned] = "turned into " + next;
    fields_.push_back(std::make_unique<TrBdf2>(std::move(link.problem), link.start, t, own, solve));
    TrBdf2& field = *fields_.back();
    const Field nothing("turned", "1", link.start.layout());
    if (turns) {
      field.turn_into(next, link.turned.value_or(k_none));
      for (TrBdf2::Stage* stage : {&field.begin_, &field.middle_, &field.end_}) stage->turned = nothing;
    }
    if (n == 0) continue;
    field.before_ = fields_[n - 1].get();
    field.given_ = nothing;
  }
}

std::vector<TrBdf2*> TrBdf2Chain::all() const {
  std::vector<TrBdf2*> all;
  all.reserve(fields_.size());
  for (const auto& field : fields_) all.push_back(field.get());
  return all;
}

void TrBdf2Chain::advance(double t_end) {
  TrBdf2::walk(all(), t_end);
}

void TrBdf2Chain::add_event(TimeEvent event) {
  fields_[0]->add_event(std::move(event));
}

void TrBdf2Chain::set_output(TimeOutput output) {
  fields_[0]->set_output(std::move(output));
}

std::vector<TimeCheckpoint> TrBdf2Chain::checkpoint() const {
  std::vector<TimeCheckpoint> made;
  made.reserve(fields_.size());
  for (const auto& field : fields_) made.push_back(field->checkpoint());
  return made;
}

void TrBdf2Chain::restore(const std::vector<TimeCheckpoint>& from) {
  if (from.size() != fields_.size())
    throw InputError(fmt::format("{} checkpoints are not those of a chain of {} fields", from.size(), fields_.size()));
  for (std::size_t n = 0; n < from.size(); ++n) fields_[n]->restore(from[n]);
}

}  // namespace percuta::numerics
