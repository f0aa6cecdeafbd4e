#pragma once

#include <array>
#include <vector>

#include "percuta/insertion/needle/needle_law.hpp"

namespace percuta::insertion {

/// Where needles come to rest, tabulated once a law. A needle's threshold is its puncture force over the law's.
///   intact        up to the dimple under f F_p
///   opened        depth and force rise together until F_p at depth z1
///   through       it snaps to the first d >= z1 with d + dimple(resistance(d)) = t; where none resists it that much
///                 yet, it waits at z1
class NeedleRest {
 public:
  struct State {
    double depth = 0;  ///< in the skin, along the needle; 0 = not pierced [m]
    double force = 0;  ///< on the needle [N]
  };

  /// For needles of these thresholds [1], up to the protrusion `longest` [m].
  NeedleRest(const NeedleLaw& law, const std::vector<double>& thresholds, double longest);

  /// Of a needle with the n-th threshold whose tip stands `protrusion` below the surface of the law's frame [m].
  State at(double protrusion, std::size_t n) const;

  std::size_t count() const;               ///< of thresholds
  double through_at(std::size_t n) const;  ///< protrusion at which it has the whole puncture force [m]
  double longest() const;                  ///< [m]

 private:
  static constexpr std::size_t k_openings = 16;
  /// How a needle goes from f F_p to F_p: depths rise evenly to z1.
  struct Opening {
    std::array<double, k_openings + 1> protrusion{}, force{};
  };
  void tabulate_through(const NeedleLaw& law);
  Opening opening_of(const NeedleLaw& law, double threshold) const;
  State opened(double protrusion, const Opening& opening) const;
  State through(double protrusion) const;

  NeedleLaw law_;
  double step_ = 0;  ///< of the protrusion [m]
  std::vector<Opening> openings_;
  std::vector<State> through_;
};

}  // namespace percuta::insertion
