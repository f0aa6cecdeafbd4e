#include "percuta/healing/walk.hpp"

#include <algorithm>
#include <numeric>

namespace percuta::healing {
namespace {

using numerics::Field;
using numerics::Index;

constexpr int k_day = 86400;                // [s]
constexpr int k_first_a_day = 20;           // steps tried first, after a session
constexpr int k_longest = 10;               // of a step [day]
constexpr double k_no_tolerance = 1e300;    // of sums: they follow the steps, they do not set them
constexpr int k_atol_under_rtol = 10;       // of fields whose scale is 1
constexpr std::size_t k_longest_row = 128;  // of pieces: what a step holds of a row stays in the nearest memory

double sound(std::size_t field) {
  return field == k_fibroblasts || field == k_mature ? 1 : 0;
}

/// Pieces in rows, one after the other; what is left of the last row stays sound.
numerics::Layout rows_of(std::size_t pieces) {
  const std::size_t row = std::min(pieces, k_longest_row);
  return {static_cast<Index>(row), static_cast<Index>((pieces + row - 1) / row), 1};
}

Index cell_of(const Field& field, std::size_t piece) {
  const auto row = static_cast<std::size_t>(field.layout().nx);
  return field.layout().at(static_cast<Index>(piece % row), static_cast<Index>(piece / row), 0);
}

/// The members of a tissue in the order of the fields.
Tissue tissue_at(const std::vector<const Field*>& fields, const FieldSet& set, std::size_t piece) {
  const Index cell = cell_of(*fields[k_alarm], piece);
  const auto value = [&](FieldIndex field) { return fields[field]->cells()[cell]; };
  Tissue tissue;
  tissue.alarm = value(k_alarm);
  if (set.has_heat) {
    tissue.coagulum_alarm = value(k_coagulum_alarm);
    tissue.coagulated = value(k_coagulated);
  }
  tissue.neutrophils = value(k_neutrophils);
  tissue.early = value(k_early);
  tissue.late = value(k_late);
  tissue.fibroblasts = value(k_fibroblasts);
  tissue.myofibroblasts = value(k_myofibroblasts);
  tissue.mature = value(k_mature);
  tissue.three = value(k_three);
  tissue.one = value(k_one);
  tissue.vessels = value(k_vessels);
  return tissue;
}

/// Does what a session does, and gives what collagen it takes, by weight.
double strike(const Law& law, const FieldSet& set, const std::vector<Blow>& blows, const std::vector<double>& weights,
              const std::vector<Field*>& fields) {
  double destroyed = 0;
  for (std::size_t piece = 0; piece < blows.size(); ++piece) {
    const Index i = cell_of(*fields[k_alarm], piece);
    const Blow& blow = blows[piece];
    fields[k_alarm]->cells()[i] += blow.alarm;
    if (set.has_heat) fields[k_coagulum_alarm]->cells()[i] += blow.coagulum_alarm;
    if (blow.kind == Hole::Kind::pierced) continue;
    double collagen = 0;
    for (const FieldIndex part : {k_mature, k_three, k_one}) {
      collagen += fields[part]->cells()[i];
      fields[part]->cells()[i] = 0;
    }
    if (!weights.empty()) destroyed += weights[piece] * collagen;
    fields[k_myofibroblasts]->cells()[i] = 0;
    fields[k_fibroblasts]->cells()[i] = law.fibroblasts_after;
    if (set.has_heat) fields[k_coagulated]->cells()[i] = blow.kind == Hole::Kind::coagulated ? 1 : 0;
  }
  return destroyed;
}

void add_to_ledger(const Law& law, const FieldSet& set, const numerics::Ros2& solver,
                   const std::vector<double>& weights, CollagenLedger& ledger) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  const auto mean = [&](std::size_t field) {
    double sum = 0;
    for (std::size_t piece = 0; piece < weights.size(); ++piece) {
      const Field& values = solver.value(static_cast<Index>(field));
      const double value = values.cells()[cell_of(values, piece)];
      sum += weights[piece] * (value - sound(field));
    }
    return sum / all;
  };
  const std::size_t sums = set.tissue();
  ledger.made = mean(sums + k_sum_made);
  ledger.matured = law.k3 * mean(sums + k_sum_three);
  ledger.lost_three = law.d3 * mean(sums + k_sum_three);
  ledger.lost_one = mean(sums + k_sum_one_lost);
  ledger.cleared = mean(sums + k_sum_cleared);
  ledger.destroyed /= all;
  ledger.change = mean(k_mature) + mean(k_three) + mean(k_one);
  ledger.mismatch =
      ledger.change - (ledger.made - ledger.lost_three - ledger.lost_one - ledger.cleared - ledger.destroyed);
}

std::vector<numerics::ReactingField> fields_of(std::size_t pieces, std::size_t count) {
  const numerics::Layout layout = rows_of(pieces);
  std::vector<numerics::ReactingField> fields;
  for (std::size_t field = 0; field < count; ++field) {
    numerics::ReactingField& one = fields.emplace_back();
    one.start = Field("", "1", layout, sound(field));
  }
  return fields;
}

bool has_heat(const Walk& walk) {
  for (const std::vector<Blow>& blows : walk.blows) {
    for (const Blow& blow : blows) {
      if (blow.coagulum_alarm > 0 || blow.kind == Hole::Kind::coagulated) return true;
    }
  }
  return false;
}

}  // namespace

Walked walk(const Law& law, const Walk& walk) {
  Walked result;
  const std::size_t pieces = walk.blows.empty() ? 1 : walk.blows.front().size();
  const FieldSet set{has_heat(walk), !walk.weights.empty()};
  const numerics::StepSettings step{.rtol = walk.rtol,
                                    .atol = walk.rtol / k_atol_under_rtol,
                                    .first = static_cast<double>(k_day) / k_first_a_day,
                                    .longest = static_cast<double>(k_longest * k_day)};
  numerics::SolveSettings solve;
  solve.threads = 1;
  solve.clone = numerics::best_clone();
  numerics::Ros2 solver(fields_of(pieces, set.count()), reaction_of(law, set), 0, step, solve);
  for (std::size_t sum = set.tissue(); sum < set.count(); ++sum) {
    solver.set_atol(static_cast<Index>(sum), k_no_tolerance);
  }
  for (std::size_t session = 0; session < walk.sessions.size(); ++session) {
    solver.add_event({walk.sessions[session], [&, session](double, const std::vector<Field*>& fields) {
                        result.ledger.destroyed += strike(law, set, walk.blows[session], walk.weights, fields);
                      }});
  }
  solver.set_output({walk.times, [&](double, const std::vector<const Field*>& fields) {
                       std::vector<Tissue>& row = result.tissue.emplace_back();
                       row.reserve(pieces);
                       for (std::size_t i = 0; i < pieces; ++i) {
                         row.push_back(tissue_at(fields, set, i));
                       }
                     }});
  double end = walk.times.empty() ? 0 : walk.times.back();
  if (!walk.sessions.empty()) end = std::max(end, walk.sessions.back());
  solver.advance(end);
  result.steps = static_cast<std::size_t>(solver.count().accepted);
  if (set.has_ledger) add_to_ledger(law, set, solver, walk.weights, result.ledger);
  return result;
}

}  // namespace percuta::healing
