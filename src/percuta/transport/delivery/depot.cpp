#include "percuta/transport/delivery/depot.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr double k_pi = std::numbers::pi;
constexpr int k_levels = 16;                   // of a cell's depth, at which the ball is cut
constexpr double k_ring_growth = 1.25;         // of a ring over the one before
constexpr Index k_inside = 1, k_outside = 10;  // rings

/// A ball's volume between two heights over its middle [m3].
double ball_between(double radius, double low, double high) {
  const auto below = [radius](double h) {
    const double at = std::clamp(h, -radius, radius);
    return k_pi * (radius * radius * (at + radius) - (at * at * at + radius * radius * radius) / 3);
  };
  return std::max(0.0, below(high) - below(low));
}

/// The depot of one class, cell by cell.
class Ball {
 public:
  Ball(const Site& site, Index i, double radius) : site_(site), i_(i), radius_(radius) {
    const numerics::ChannelClass& each = site.holes.classes[static_cast<std::size_t>(i)];
    tip_ = site.strata.surface() + each.depth;
    const auto at = [&](std::size_t layer) {
      return site.strata.edges[static_cast<std::size_t>(site.strata.first[layer])];
    };
    top_ = site.strata.first.size() > 2 ? at(1) : at(0);
    bottom_ = at(site.strata.first.size() - 1);
  }
  double under() const { return ball_between(radius_, bottom_ - tip_, radius_); }
  double inside() const { return ball_between(radius_, top_ - tip_, bottom_ - tip_); }

  /// Of what lies in the layers, in this cell [m3].
  double in_cell(Index j, Index k) const {
    const double from = std::max(top_, site_.strata.edges[static_cast<std::size_t>(k)]);
    const double to = site_.strata.edges[static_cast<std::size_t>(k) + 1];
    const double rim = site_.rings.edge(i_, site_.rings.rings());
    double sum = 0;
    for (int n = 0; n < k_levels && to > from; ++n) {
      const double low = from + (to - from) * n / k_levels, high = from + (to - from) * (n + 1) / k_levels;
      const double slice = ball_between(radius_, low - tip_, high - tip_);
      if (!(slice > 0)) continue;
      const double disc = std::min(rim, std::sqrt(slice / (k_pi * (high - low))));
      const double inner = std::min(disc, site_.rings.edge(i_, j)), outer = std::min(disc, site_.rings.edge(i_, j + 1));
      sum += slice * (outer - inner) * (outer + inner) / (disc * disc);
    }
    return sum;
  }

 private:
  const Site& site_;
  Index i_;
  double radius_, tip_ = 0, top_ = 0, bottom_ = 0;
};

}  // namespace

numerics::RingCount depot_rings() {
  return {k_inside, k_outside, k_ring_growth};
}

Infused infused(const InjectionLoad& load, const Rates& rates) {
  const InjectionRates& own = rates.injection;
  return infuse({own.permeability, own.strain_exponent, own.modulus, own.viscosity, rates.tissue.water_share},
                {load.volume, load.duration, load.bore, 0});
}

Depot depot_in(const Site& site, const InjectionLoad& load, double radius) {
  Depot made;
  for (Index i = 0; i < site.classes(); ++i) {
    if (!site.has_channel(i)) continue;
    const double volume = site.holes.holes[static_cast<std::size_t>(i)] * load.volume;
    const Ball ball(site, i, radius);
    const double under = ball.under(), inside = ball.inside();
    made.whole += volume;
    made.below += volume * under / (under + inside);
    for (Index j = 0; j < site.rings.rings(); ++j) {
      for (Index k = site.strata.film; k < site.layout().nz; ++k) {
        const double part = ball.in_cell(j, k);
        if (!(part > 0)) continue;
        made.cells.push_back(site.layout().at(i, j, k));
        made.volume.push_back(volume * part / (under + inside));
      }
    }
  }
  return made;
}

}  // namespace percuta::transport
