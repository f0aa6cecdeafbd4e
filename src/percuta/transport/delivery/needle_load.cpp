#include "percuta/transport/delivery/needle_load.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {
namespace {

constexpr double k_pi = std::numbers::pi;
constexpr double k_first = 0.05;   // [s] of a step
constexpr double k_growth = 0.1;   // of a step over the one before, more than 1
constexpr double k_share = 0.005;  // of the needle's radius or coat, that a step wears off at most
constexpr double k_least = 1e-3;   // of the solubility, that a step takes as lacking at least

/// Calls body(length, radius at one end, at the other) for each straight piece between two heights, worn off, the part
/// that is gone left out.
template <class Body>
void for_pieces(const NeedleShape& shape, double low, double high, double worn, const Body& body) {
  const auto pieces = static_cast<double>(shape.radii.size() - 1);
  const double step = shape.length / pieces;
  for (std::size_t n = 0; n + 1 < shape.radii.size(); ++n) {
    const double from = std::max(low, static_cast<double>(n) * step);
    const double to = std::min(high, static_cast<double>(n + 1) * step);
    if (!(to > from)) continue;
    const auto radius = [&](double height) {
      const double share = height / step - static_cast<double>(n);
      return (1 - share) * shape.radii[n] + share * shape.radii[n + 1] - worn;
    };
    double a = radius(from), b = radius(to), length = to - from;
    if (a <= 0 && b <= 0) continue;
    if (a < 0 || b < 0) {
      length *= std::max(a, b) / std::abs(b - a);
      a = std::max(0.0, a);
      b = std::max(0.0, b);
    }
    body(length, a, b);
  }
}

/// The flank in the skin that dissolves, and how far it can wear off.
class Flank {
 public:
  Flank(const NeedleLoad& load, double depth) : load_(load), depth_(depth) {
    for (const double radius : load.shape.radii) most_ = std::max(most_, radius);
    if (load.release == Release::coated) most_ = load.coating;
    whole_ = flank_between(load.shape, 0, depth);
    volume_ = load.release == Release::coated ? whole_ * load.coating : volume_between(load.shape, 0, depth);
  }
  double most() const { return most_; }
  double volume() const { return volume_; }  ///< of what can dissolve, and of the fluid that takes its place [m3]
  double area(double worn) const {
    if (load_.release == Release::coated) return worn < most_ ? whole_ : 0;
    return flank_between(load_.shape, 0, depth_, worn);
  }

 private:
  const NeedleLoad& load_;
  double depth_, most_ = 0, whole_ = 0, volume_ = 0;
};

/// What takes the dissolved chains away, per concentration [m3/s].
class Loss {
 public:
  Loss(const NeedleInSkin& needle, double volume, const Rates& rates)
      : radius_(std::sqrt(volume / (k_pi * needle.depth))), rim_(std::sqrt(needle.share / k_pi)) {
    Active chains;
    chains.molar_mass = rates.needle.molar_mass;
    diffusivity_ = tissue_diffusivity(chains, rates);
    length_ = 2 * k_pi * diffusivity_ * rates.tissue.water_share * needle.depth;
  }
  double at(double t) const {
    const double far = std::min(radius_ + std::sqrt(k_pi * diffusivity_ * t), std::max(rim_, 2 * radius_));
    return length_ / std::log(far / radius_);
  }

 private:
  double radius_, rim_, diffusivity_ = 0, length_ = 0;
};

/// What is worn off and dissolved, walked in small steps; within one the flank stands as at its middle, so that the
/// concentration moves as an exponential.
class Dissolution {
 public:
  Dissolution(const NeedleLoad& load, const NeedleInSkin& needle, const Rates& rates, double finer = 1)
      : rates_(rates.needle),
        finer_(finer),
        flank_(load, needle.depth),
        loss_(needle, volume_between(load.shape, 0, needle.depth), rates) {}

  bool is_done() const { return worn_ >= flank_.most(); }
  double time() const { return time_; }
  double worn() const { return worn_; }

  void advance(double until) {
    while (time_ < until && !is_done()) {
      const double fastest = rates_.dissolution * rates_.solubility / rates_.density;
      const double step = std::min({next_, k_share / finer_ * flank_.most() / fastest * slowness(), until - time_});
      const double ahead = speed(lack_) * 0.5 * step;
      move(flank_.area(worn_ + ahead), step);
      next_ = (1 + k_growth / finer_) * std::max(step, k_first / finer_);
    }
    if (!is_done()) time_ = std::max(time_, until);
  }

 private:
  double speed(double lack) const { return rates_.dissolution * lack / rates_.density; }
  double slowness() const {
    return std::max(1.0, rates_.solubility / std::max<double>(lack_, k_least * rates_.solubility));
  }
  /// V dc/dt = k_D A (c_s - c) - G c: the lack c_s - c goes to its rest as an exponential.
  void move(double area, double step) {
    const double given = rates_.dissolution * area, taken = loss_.at(time_ + 0.5 * step);
    const double rest = rates_.solubility * taken / (given + taken), pace = (given + taken) / flank_.volume();
    const double decay = -std::expm1(-pace * step);
    const double mean = rest + (lack_ - rest) * decay / (pace * step);
    worn_ = std::min(flank_.most(), worn_ + speed(mean) * step);
    lack_ = rest + (lack_ - rest) * (1 - decay);
    time_ += step;
  }

  const NeedleRates& rates_;
  double finer_;
  Flank flank_;
  Loss loss_;
  double time_ = 0, worn_ = 0, next_ = k_first / finer_;
  double lack_ = rates_.solubility;  ///< c_s - c [kg/m3]
};

}  // namespace

double volume_between(const NeedleShape& shape, double low, double high, double worn) {
  double sum = 0;
  for_pieces(shape, low, high, worn,
             [&](double length, double a, double b) { sum += k_pi * length * (a * a + a * b + b * b) / 3; });
  return sum;
}

double flank_between(const NeedleShape& shape, double low, double high, double worn) {
  double sum = 0;
  for_pieces(shape, low, high, worn, [&](double length, double a, double b) { sum += k_pi * length * (a + b); });
  return sum;
}

Release release_of(const std::string& word) {
  if (word == "dissolves") return Release::dissolves;
  if (word == "coated") return Release::coated;
  return word == "swells" ? Release::swells : Release::nothing;
}

double NeedleLoad::mass_of_each(const NeedleRates& rates) const {
  if (!is_dissolving()) return 0;
  if (release == Release::coated) return rates.density * coating * flank_between(shape, 0, shape.length);
  return rates.density * volume_between(shape, 0, shape.length);
}

std::vector<double> worn_off(const NeedleLoad& load, const NeedleInSkin& needle, const Rates& rates,
                             const std::vector<double>& times, double finer) {
  std::vector<double> worn(times.size(), 0.0);
  if (!load.is_dissolving() || !(needle.depth > 0)) return worn;
  Dissolution walked(load, needle, rates, finer);
  for (std::size_t t = 0; t < times.size(); ++t) {
    walked.advance(times[t]);
    worn[t] = walked.worn();
  }
  return worn;
}

double held_open(const NeedleLoad& load, const NeedleInSkin& needle, const Rates& rates) {
  if (load.release != Release::dissolves || !(needle.depth > 0)) return load.worn;
  Dissolution walked(load, needle, rates);
  double until = k_first;
  while (!walked.is_done() && walked.time() < load.worn) {
    walked.advance(std::min(until, load.worn));
    until *= 1 + k_growth;
  }
  return std::min(load.worn, walked.time());
}

}  // namespace percuta::transport
