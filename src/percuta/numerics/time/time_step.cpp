#include "percuta/numerics/time/time_step.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::numerics {
namespace {

constexpr double k_safety = 0.9, k_shrink = 0.2, k_grow = 3;
constexpr double k_not_worth = 1.2;  // a longer step has its price: new pivots

}  // namespace

NextStep next_step(double error, double length, int order, const StepSettings& settings) {
  if (settings.is_fixed) return {true, length};
  if (!std::isfinite(error)) return {false, k_shrink * length};
  const double factor = std::clamp(k_safety * std::pow(std::max(error, 1e-12), -1.0 / order), k_shrink, k_grow);
  if (error > 1) return {false, std::min(factor, k_safety) * length};
  const bool stays = factor >= 1 && factor < k_not_worth;
  return {true, std::min(settings.longest, stays ? length : factor * length)};
}

void TimeLedger::add(const std::string& name, double amount) {
  for (Row& row : rows) {
    if (row.name != name) continue;
    row.amount += amount;
    return;
  }
  rows.push_back({name, amount});
}

double TimeLedger::amount(const std::string& name) const {
  for (const Row& row : rows) {
    if (row.name == name) return row.amount;
  }
  return 0;
}

double TimeLedger::gained() const {
  double sum = 0;
  for (const Row& row : rows) sum += row.amount;
  return sum;
}

}  // namespace percuta::numerics
