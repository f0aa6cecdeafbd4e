#include "percuta/healing/law.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/healing/fold.hpp"

namespace percuta::healing {
namespace {

using numerics::CellRun;
using numerics::Index;

/// What the equations of one cell have in common, with slopes.
struct Shared {
  double q, q_slope;                    // of A + Z
  double h1, h1_slope;                  // of T
  double h2, h2_slope;                  // of T
  double gap, over, room;               // room: s
  double gap_slope, room_slope;         // of t
  double loss, loss_by_one, loss_by_t;  // min(c1, over)
};

/// Alarm below which nothing that counts is called, however flat the call.
constexpr double k_least_alarm = 1e-6;

Shared shared(const Law& law, const FieldSet& set, const double* const* u, Index i) {
  Shared at{};
  const double alarm = u[k_alarm][i] + (set.has_heat ? u[k_coagulum_alarm][i] : 0);
  if (alarm > k_least_alarm) {
    const double power = std::pow(alarm, law.p);
    at.q = power / (1 + power);
    at.q_slope = law.p * power / alarm / ((1 + power) * (1 + power));
  }
  const double T = law.sI * u[k_early][i] + law.sR * u[k_late][i] + law.sY * u[k_myofibroblasts][i];
  const double t = std::max(0.0, T);
  at.h1 = t / (1 + t);
  at.h1_slope = 1 / ((1 + t) * (1 + t));
  at.h2 = t * t / (1 + t * t);
  at.h2_slope = 2 * t / ((1 + t * t) * (1 + t * t));
  const double tissue = u[k_mature][i] + u[k_three][i] + u[k_one][i] + (set.has_heat ? u[k_coagulated][i] : 0);
  at.gap = std::max(0.0, 1 - tissue);
  at.gap_slope = tissue < 1 ? -1 : 0;
  at.over = std::max(0.0, tissue - 1);
  const double room = 1 - (tissue - 1) / law.cx;
  at.room = std::clamp(room, 0.0, 1.0);
  at.room_slope = room > 0 && room < 1 ? -1 / law.cx : 0;
  const double one = std::max(0.0, u[k_one][i]);
  at.loss = std::min(one, at.over);
  at.loss_by_one = one < at.over ? 1 : 0;
  at.loss_by_t = one >= at.over && tissue > 1 ? 1 : 0;
  return at;
}

/// Of new collagen III, g left out: what is made where there is room, and what fills a gap.
double made(const Law& law, const Shared& at, double F, double Y) {
  return law.g * (law.p3 * (Y + law.w * F * at.h1) * at.room + law.kg * F * at.gap);
}

double more_alarm(const Law& law, double t) {
  return law.more_alarm ? law.more_alarm(t) : 0;
}

void set_rates(const Law& law, const FieldSet& set, const double* const* u, double more, const Shared& at, Index i,
               double* const* rate) {
  const double F = u[k_fibroblasts][i], Y = u[k_myofibroblasts][i], N = u[k_neutrophils][i], I = u[k_early][i];
  const double three = u[k_three][i];
  const double new_three = made(law, at, F, Y), cleared = law.kP * (N + law.e * I) * u[k_mature][i];
  rate[k_alarm][i] = -law.kA * u[k_alarm][i] + more;
  if (set.has_heat) {
    rate[k_coagulum_alarm][i] = -law.kZ * u[k_coagulum_alarm][i];
    rate[k_coagulated][i] = -law.kZ * u[k_coagulated][i];
  }
  rate[k_neutrophils][i] = law.kN * (at.q - N);
  rate[k_early][i] = law.kI * ((at.q + law.n * N) / (1 + law.n) - I);
  rate[k_late][i] = law.kR * (I - u[k_late][i]);
  rate[k_fibroblasts][i] = law.rF * F * (1 - F / (1 + law.aF * at.h1));
  rate[k_myofibroblasts][i] = law.kY * at.h2 * F * (1 - Y / law.y_most) - law.muY * Y;
  rate[k_mature][i] = -cleared;
  rate[k_three][i] = new_three - (law.k3 + law.d3) * three;
  rate[k_one][i] = law.k3 * three - law.d1 * at.loss;
  rate[k_vessels][i] = law.kV * (u[k_late][i] - u[k_vessels][i]);
  if (!set.has_ledger) return;
  double* const* const sum = rate + set.tissue();
  sum[k_sum_made][i] = new_three;
  sum[k_sum_three][i] = three;
  sum[k_sum_one_lost][i] = law.d1 * at.loss;
  sum[k_sum_cleared][i] = cleared;
}

/// Of T, with respect to the fields that it is a sum of.
struct Part {
  FieldIndex field;
  double weight;
};

void set_jacobian(const Law& law, const FieldSet& set, const double* const* u, const Shared& now, Index i,
                  double* const* j) {
  const std::size_t fields = set.count(), sums = set.tissue();
  const Part parts[] = {{k_early, law.sI}, {k_late, law.sR}, {k_myofibroblasts, law.sY}};
  const auto at = [&](std::size_t row, std::size_t column) -> double& { return j[row * fields + column][i]; };
  const double F = u[k_fibroblasts][i], Y = u[k_myofibroblasts][i], m = u[k_mature][i];
  at(k_alarm, k_alarm) = -law.kA;
  const auto call_by = [&](std::size_t alarm) {
    at(k_neutrophils, alarm) = law.kN * now.q_slope;
    at(k_early, alarm) = law.kI * now.q_slope / (1 + law.n);
  };
  call_by(k_alarm);
  if (set.has_heat) {
    call_by(k_coagulum_alarm);
    at(k_coagulum_alarm, k_coagulum_alarm) = -law.kZ;
    at(k_coagulated, k_coagulated) = -law.kZ;
  }
  at(k_neutrophils, k_neutrophils) = -law.kN;
  at(k_early, k_neutrophils) = law.kI * law.n / (1 + law.n);
  at(k_early, k_early) = -law.kI;
  at(k_late, k_early) = law.kR;
  at(k_late, k_late) = -law.kR;
  const double most = 1 + law.aF * now.h1;
  at(k_fibroblasts, k_fibroblasts) = law.rF * (1 - 2 * F / most);
  at(k_myofibroblasts, k_fibroblasts) = law.kY * now.h2 * (1 - Y / law.y_most);
  at(k_myofibroblasts, k_myofibroblasts) = -law.kY * now.h2 * F / law.y_most - law.muY;
  for (const Part& part : parts) {
    at(k_fibroblasts, part.field) += law.rF * F * F / (most * most) * law.aF * now.h1_slope * part.weight;
    at(k_myofibroblasts, part.field) += law.kY * now.h2_slope * part.weight * F * (1 - Y / law.y_most);
  }
  at(k_vessels, k_late) = law.kV;
  at(k_vessels, k_vessels) = -law.kV;

  // Collagen: what is made, lost and cleared goes to the fields and to the ledger's sums alike.
  const auto to_made = [&](std::size_t column, double slope) {
    at(k_three, column) += slope;
    if (set.has_ledger) at(sums + k_sum_made, column) += slope;
  };
  const auto to_lost = [&](std::size_t column, double slope) {
    at(k_one, column) -= slope;
    if (set.has_ledger) at(sums + k_sum_one_lost, column) += slope;
  };
  const auto to_cleared = [&](std::size_t column, double slope) {
    at(k_mature, column) -= slope;
    if (set.has_ledger) at(sums + k_sum_cleared, column) += slope;
  };
  to_made(k_myofibroblasts, law.g * law.p3 * now.room);
  to_made(k_fibroblasts, law.g * (law.p3 * law.w * now.h1 * now.room + law.kg * now.gap));
  for (const Part& part : parts) {
    to_made(part.field, law.g * law.p3 * law.w * F * now.h1_slope * part.weight * now.room);
  }
  const double made_by_t = law.g * (law.p3 * (Y + law.w * F * now.h1) * now.room_slope + law.kg * F * now.gap_slope);
  const auto by_tissue = [&](std::size_t part) {
    to_made(part, made_by_t);
    to_lost(part, law.d1 * now.loss_by_t);
  };
  for (const std::size_t part : {k_mature, k_three, k_one}) by_tissue(part);
  if (set.has_heat) by_tissue(k_coagulated);
  to_lost(k_one, law.d1 * now.loss_by_one);
  to_cleared(k_neutrophils, law.kP * m);
  to_cleared(k_early, law.kP * law.e * m);
  to_cleared(k_mature, law.kP * (u[k_neutrophils][i] + law.e * u[k_early][i]));
  at(k_three, k_three) -= law.k3 + law.d3;
  at(k_one, k_three) += law.k3;
  if (set.has_ledger) at(sums + k_sum_three, k_three) = 1;
}

bool has(const std::vector<std::string>& history, const char* word) {
  return std::find(history.begin(), history.end(), word) != history.end();
}

/// Of making, by age: 1 in the young, straight down from there.
double age_factor(const Rates& rates, double age) {
  const double share = std::max(0.0, (age - rates.young_age) / (rates.old_age - rates.young_age));
  return std::max(0.0, 1 - share * (1 - rates.making_at_old_age));
}

}  // namespace

double Law::recruitment(double alarm) const {
  if (!(alarm > 0)) return 0;
  const double power = std::pow(alarm, p);
  return power / (1 + power);
}

double Law::making(const Tissue& tissue) const {
  const double T = std::max(0.0, tgf_beta(tissue)), h1 = T / (1 + T);
  return g * (quiet * tissue.fibroblasts + w * tissue.fibroblasts * h1 + tissue.myofibroblasts) / quiet;
}

Law law_of(const Rates& rates, double age, const std::vector<std::string>& history) {
  Law law;
  law.kA = rates.alarm_loss;
  law.kZ = rates.coagulum_loss;
  law.kN = rates.neutrophil_rate;
  law.kI = rates.early_rate;
  law.kR = rates.late_rate;
  law.kV = rates.vessel_rate;
  law.p = rates.steepness;
  law.n = rates.called_by_neutrophils;
  law.sI = rates.early_growth_factor;
  law.sR = rates.late_growth_factor;
  law.rF = rates.fibroblast_rate;
  law.aF = rates.fibroblast_gain;
  law.kY = rates.myofibroblast_rate;
  law.muY = rates.myofibroblast_loss;
  law.y_most = rates.myofibroblast_most;
  law.kP = rates.clearing;
  law.e = rates.clearing_by_early;
  law.g = age_factor(rates, age);
  law.w = rates.fibroblast_making;
  law.kg = rates.gap_filling;
  law.quiet = rates.quiet_making;
  law.k3 = rates.maturing;
  law.d3 = rates.three_loss;
  law.d1 = rates.one_loss;
  law.cx = rates.ceiling;
  law.fibroblasts_after = rates.fibroblasts_after;
  if (has(history, "diabetes")) {
    law.g *= rates.diabetic_making;
    law.kR *= rates.diabetic_late;
  }
  law.sY = least_self_feeding(law) * (has(history, "keloid") ? rates.fold_share_keloid : rates.fold_share);
  return law;
}

numerics::Reaction reaction_of(const Law& law, const FieldSet& set) {
  numerics::Reaction reaction;
  reaction.rate = [law, set](const CellRun& cells, double* const* rate) {
    const double more = more_alarm(law, cells.t);
    for (Index i = 0; i < cells.n; ++i) {
      set_rates(law, set, cells.value, more, shared(law, set, cells.value, i), i, rate);
    }
  };
  reaction.jacobian = [law, set](const CellRun& cells, double* const* jacobian) {
    for (Index i = 0; i < cells.n; ++i) {
      set_jacobian(law, set, cells.value, shared(law, set, cells.value, i), i, jacobian);
    }
  };
  reaction.both = [law, set](const CellRun& cells, double* const* rate, double* const* jacobian) {
    const double more = more_alarm(law, cells.t);
    for (Index i = 0; i < cells.n; ++i) {
      const Shared at = shared(law, set, cells.value, i);
      set_rates(law, set, cells.value, more, at, i, rate);
      set_jacobian(law, set, cells.value, at, i, jacobian);
    }
  };
  return reaction;
}

}  // namespace percuta::healing
