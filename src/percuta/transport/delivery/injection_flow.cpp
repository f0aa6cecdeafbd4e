#include "percuta/transport/delivery/injection_flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/base/error.hpp"

namespace percuta::transport {
namespace {

constexpr double k_pi = std::numbers::pi;
constexpr double k_far = 8;            // of the way that strain spreads in the time, at rest
constexpr double k_first_step = 1e-4;  // of the duration
constexpr double k_settled = 1e-11;    // of the largest strain, that a Newton step still moves
constexpr int k_most_newton = 60;
const double k_own = 1 - std::numbers::sqrt2 / 2;  // weight of a stage's own rate, Alexander's second-order scheme

/// Of a step's share of `last`, so that steps that grow by `factor` fill it.
double growth_of(int steps, double first) {
  double low = 1, high = 2;
  const auto sum = [&](double factor) {
    return factor > 1 ? first * std::expm1(steps * std::log(factor)) / (factor - 1) : first * steps;
  };
  if (sum(low) >= 1) return low;
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (low + high);
    (sum(middle) < 1 ? low : high) = middle;
  }
  return high;
}

/// Shells about the opening; strain is 0 at the outermost face.
class Shells {
 public:
  Shells(const PorousTissue& tissue, const Infusion& infusion, double reach, int shells)
      : tissue_(tissue), flow_(infusion.volume / infusion.duration) {
    const double factor = std::exp(std::log(reach / infusion.radius) / shells);
    faces_.push_back(infusion.radius);
    for (int n = 0; n < shells; ++n) faces_.push_back(faces_.back() * factor);
    for (int n = 0; n < shells; ++n) {
      volumes_.push_back(4 * k_pi / 3 * (cube(faces_[at(n) + 1]) - cube(faces_[at(n)])));
      // Where a steady field, as 1 / r, has its mean over the shell.
      middles_.push_back(2 * (cube(faces_[at(n) + 1]) - cube(faces_[at(n)])) /
                         (3 * (faces_[at(n) + 1] * faces_[at(n) + 1] - faces_[at(n)] * faces_[at(n)])));
    }
    const double pace = tissue.permeability * tissue.modulus / tissue.viscosity;
    for (int n = 1; n <= shells; ++n) {
      const double outer = n < shells ? middles_[at(n)] : faces_.back();
      conductances_.push_back(4 * k_pi * pace / (1 / middles_[at(n) - 1] - 1 / outer));
    }
    strain_.assign(at(shells), 0.0);
  }

  void step(double dt) {
    const std::vector<double> before = strain_;
    const std::vector<double> first = solve(before, k_own * dt, strain_);
    std::vector<double> from = before;
    for (std::size_t n = 0; n < from.size(); ++n) {
      from[n] += (1 - k_own) / k_own * (first[n] - before[n]);
    }
    strain_ = solve(from, k_own * dt, first);
  }

  /// At the opening, whose face lies half a shell within the first: k0 H / (mu m) (exp(m e_a) - exp(m e_1)) = q / g.
  double opening_strain() const {
    const double pace = tissue_.permeability * tissue_.modulus / tissue_.viscosity;
    const double rise = flow_ * (1 / faces_.front() - 1 / middles_.front()) / (4 * k_pi * pace);
    const double m = tissue_.exponent, own = strain_.front();
    return m > 0 ? own + std::log1p(m * rise * std::exp(-m * own)) / m : own + rise;
  }
  double held() const {
    double sum = 0;
    for (std::size_t n = 0; n < strain_.size(); ++n) sum += strain_[n] * volumes_[n];
    return sum;
  }
  /// How far so much of the fluid in the pores reaches.
  double front(double volume) const {
    double left = volume;
    for (std::size_t n = 0; n < strain_.size(); ++n) {
      const double share = (tissue_.porosity + strain_[n]) / (1 + strain_[n]);
      if (left <= share * volumes_[n]) return std::cbrt(cube(faces_[n]) + 3 * left / (share * 4 * k_pi));
      left -= share * volumes_[n];
    }
    return std::cbrt(cube(faces_.back()) + 3 * left / (tissue_.porosity * 4 * k_pi));
  }
  const std::vector<double>& middles() const { return middles_; }
  const std::vector<double>& strain() const { return strain_; }

 private:
  static std::size_t at(int n) { return static_cast<std::size_t>(n); }
  static double cube(double x) { return x * x * x; }

  /// (exp(m e) - 1) / m, whose gradient drives the flow, and its slope.
  double drive(double e) const {
    return tissue_.exponent > 0 ? std::expm1(tissue_.exponent * e) / tissue_.exponent : e;
  }
  double slope(double e) const { return std::exp(tissue_.exponent * e); }

  /// V (e - from) = dt (flows in - flows out), by Newton from `guess`.
  std::vector<double> solve(const std::vector<double>& from, double dt, std::vector<double> guess) const {
    const std::size_t n = from.size();
    std::vector<double> below(n, 0.0), middle(n), above(n, 0.0), residual(n);
    for (int round = 0; round < k_most_newton; ++round) {
      for (std::size_t i = 0; i < n; ++i) {
        const double out = conductances_[i] * (drive(guess[i]) - (i + 1 < n ? drive(guess[i + 1]) : 0));
        const double in = i > 0 ? conductances_[i - 1] * (drive(guess[i - 1]) - drive(guess[i])) : flow_;
        residual[i] = volumes_[i] * (guess[i] - from[i]) - dt * (in - out);
        middle[i] = volumes_[i] + dt * slope(guess[i]) * (conductances_[i] + (i > 0 ? conductances_[i - 1] : 0));
        if (i > 0) below[i] = -dt * conductances_[i - 1] * slope(guess[i - 1]);
        if (i + 1 < n) above[i] = -dt * conductances_[i] * slope(guess[i + 1]);
      }
      for (std::size_t i = 1; i < n; ++i) {
        const double factor = below[i] / middle[i - 1];
        middle[i] -= factor * above[i - 1];
        residual[i] -= factor * residual[i - 1];
      }
      const double most = tissue_.exponent > 0 ? 1 / tissue_.exponent : std::numeric_limits<double>::infinity();
      double moved = 0, largest = 0;
      for (std::size_t i = n; i-- > 0;) {
        const double change = (residual[i] - (i + 1 < n ? above[i] * residual[i + 1] : 0)) / middle[i];
        residual[i] = change;
        guess[i] -= std::clamp(change, -most, most);
        moved = std::max(moved, std::abs(change));
        largest = std::max(largest, std::abs(guess[i]));
      }
      if (moved <= k_settled * std::max(largest, k_settled)) return guess;
    }
    throw SolverError(
        "the flow of an injection into tissue was not found; a smaller product.volume or a longer "
        "technique.hold eases it");
  }

  const PorousTissue& tissue_;
  double flow_;
  std::vector<double> faces_, middles_, volumes_, conductances_, strain_;
};

}  // namespace

double steady_flow(const PorousTissue& tissue, double a, double b, double pressure) {
  const double m = tissue.exponent, strain = pressure / tissue.modulus;
  const double driven = m > 0 ? tissue.modulus * std::expm1(m * strain) / m : pressure;
  return 4 * k_pi * tissue.permeability / tissue.viscosity * driven / (1 / a - 1 / b);
}

Infused infuse(const PorousTissue& tissue, const Infusion& infusion, int shells) {
  const double pace = tissue.permeability * tissue.modulus / tissue.viscosity;
  const double depot = std::cbrt(3 * infusion.volume / (4 * k_pi));
  const double reach = infusion.reach > 0
                           ? infusion.reach
                           : infusion.radius + depot + k_far * std::sqrt(pace * infusion.duration) + depot;
  Shells walked(tissue, infusion, reach, shells);
  const double factor = growth_of(shells, k_first_step);
  double step = k_first_step * infusion.duration, time = 0;
  while (time < infusion.duration * (1 - k_first_step * k_first_step)) {
    step = std::min(step, infusion.duration - time);
    walked.step(step);
    time += step;
    step *= factor;
  }
  Infused made;
  made.radius = walked.middles();
  made.strain = walked.strain();
  made.pressure = tissue.modulus * walked.opening_strain();
  made.depot = walked.front(infusion.volume);
  made.taken = walked.held() / infusion.volume;
  return made;
}

}  // namespace percuta::transport
