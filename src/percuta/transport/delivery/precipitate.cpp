#include "percuta/transport/delivery/precipitate.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::transport {

using numerics::Index;

namespace {

constexpr double k_steepness = 100;   // of the slope, so that u passes the solubility by a hundredth
constexpr double k_rounding = 0.005;  // of the solubility, half the width of the bend

}  // namespace

double Precipitate::above(double u) const {
  const double x = u - solubility_;
  if (x <= -width_) return 0;
  return x >= width_ ? x : (x + width_) * (x + width_) / (4 * width_);
}

const Precipitate::Steep* Precipitate::find(Index cell) const {
  const auto found = std::lower_bound(slope_.begin(), slope_.end(), cell,
                                      [](const Steep& each, Index wanted) { return each.cell < wanted; });
  return found == slope_.end() || found->cell != cell ? nullptr : &*found;
}

double Precipitate::amount(Index cell, double u) const {
  const Steep* found = find(cell);
  return found == nullptr ? 0 : found->slope * above(u);
}

double Precipitate::dissolved(Index cell, double mass, double held) const {
  if (!(mass > 0)) return 0;
  const Steep* found = find(cell);
  const double alone = held / mass, bend = solubility_ - width_;
  if (found == nullptr || alone <= bend) return alone;
  const double slope = found->slope;
  const double straight = solubility_ + (held - mass * solubility_) / (mass + slope);
  if (straight >= solubility_ + width_) return straight;
  // In the bend, with y = u - bend: slope y^2 / (4 width) + mass y = held - mass bend.
  const double square = slope / (4 * width_), rest = held - mass * bend;
  return bend + 2 * rest / (mass + std::sqrt(mass * mass + 4 * square * rest));
}

void Precipitate::fill(const numerics::Field& u, numerics::Field& amounts, numerics::Field& slopes) const {
  amounts.fill(0);
  slopes.fill(0);
  for (const auto& [cell, slope] : slope_) {
    const double value = u.cells()[cell];
    amounts.cells()[cell] = slope * above(value);
    slopes.cells()[cell] = slope * std::clamp((value - solubility_ + width_) / (2 * width_), 0.0, 1.0);
  }
}

Precipitate precipitate_of(const Cells& cells, const Active& active, const Phase& phase,
                           const numerics::Transmissibilities& matrix, const numerics::Field& held) {
  Precipitate made;
  if (!is_given(active.solubility) || !(phase.film.mass() > 0)) return made;
  made.solubility_ = active.solubility / active.molar_mass;
  made.width_ = k_rounding * made.solubility_;
  const numerics::Layout& layout = cells.layout();
  const double dried = phase.at(phase.until).mass() / phase.film.mass();
  double greatest = 0, now = 0;
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k >= cells.strata.film) return;
    const double u = held(i, j, k) / matrix.mass_of(layout.at(i, j, k));
    now = std::max(now, u);
    greatest = std::max(greatest, u / dried);
  });
  made.is_there_ = now > made.solubility_;
  if (greatest <= made.solubility_ - made.width_) return made;
  const double steep = k_steepness * greatest / made.solubility_;
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k >= cells.strata.film) return;
    const Index cell = layout.at(i, j, k);
    made.slope_.push_back({cell, steep * matrix.mass_of(cell)});
  });
  return made;
}

}  // namespace percuta::transport
