#pragma once

#include <vector>

/// The alarm round a straight line of dead tissue, as a table of half lines.
namespace percuta::healing {

/// At one distance from a line that raises alarm evenly: K(u) = 1 / (4 pi) of the integral of exp(-R) / R over the line
/// from the foot of the perpendicular to u, with R^2 = r^2 + s^2; all lengths over the alarm's reach. Odd in u.
class LineAlarm {
 public:
  /// r > 0.
  explicit LineAlarm(double r);

  double operator()(double u) const;  ///< relative error below 1e-6
  double whole() const;               ///< from the foot to infinity: K0(r) / (4 pi)

 private:
  double r_, step_;
  std::vector<double> sums_;    ///< of K at even steps of asinh(s / r)
  std::vector<double> slopes_;  ///< of K there
};

}  // namespace percuta::healing
