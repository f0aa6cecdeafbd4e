#include "percuta/transport/delivery/needle_source.hpp"

#include <algorithm>

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr int k_parts = 3;  // of the time from one moment that is told to the next

std::vector<double> moments(const std::vector<double>& told, double until) {
  std::vector<double> wanted = {0, until};
  for (const double t : told) {
    if (t > 0 && t < until) wanted.push_back(t);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::vector<double> times;
  for (std::size_t t = 0; t + 1 < wanted.size(); ++t) {
    for (int part = 0; part < k_parts; ++part) {
      times.push_back(wanted[t] + (wanted[t + 1] - wanted[t]) * part / k_parts);
    }
  }
  times.push_back(until);
  return times;
}

/// What of a needle between two heights is still to dissolve [m3].
double left_between(const NeedleLoad& load, double low, double high, double worn) {
  if (load.release == Release::dissolves) return volume_between(load.shape, low, high, worn);
  return flank_between(load.shape, low, high) * std::max(0.0, load.coating - worn);
}

/// The needles of a class, each cell of whose holes takes what they lose beside it.
class ClassSource {
 public:
  ClassSource(const Site& site, Index i, const NeedleLoad& load, const Rates& rates, NeedleSource& made)
      : site_(site),
        load_(load),
        class_(site.holes.classes[static_cast<std::size_t>(i)]),
        density_(rates.needle.density),
        worn_(worn_off(load, {class_.depth, class_.share}, rates, made.times)) {
    const double needles = site.holes.holes[static_cast<std::size_t>(i)];
    const Index last = site.strata.first.back() - 1;
    for (std::size_t t = 0; t < worn_.size(); ++t) {
      const double above = left_between(load, class_.depth, load.shape.length, 0);
      made.left[t] += needles * density_ * (above + left_between(load, 0, class_.depth, worn_[t]));
    }
    for (Index k = site.strata.film; k <= last; ++k) {
      const double low = k == last ? 0 : height(site.strata.edges[static_cast<std::size_t>(k) + 1]);
      const double high = height(site.strata.edges[static_cast<std::size_t>(k)]);
      if (!(high > low)) continue;
      for (Index j = 0; j < site.rings.inside(); ++j) add_cell(i, j, k, needles, {low, high}, made);
    }
  }

 private:
  struct Slice {
    double low, high;
  };
  /// Of a depth below the film, above the tip [m].
  double height(double z) const { return std::max(0.0, class_.depth - (z - site_.strata.surface())); }

  void add_cell(Index i, Index j, Index k, double needles, Slice slice, NeedleSource& made) const {
    double mouth = 0;
    for (Index n = 0; n < site_.rings.inside(); ++n) mouth += site_.rings.area(i, n);
    const double part = needles * density_ * site_.rings.area(i, j) / mouth;
    made.cells.push_back(site_.layout().at(i, j, k));
    for (std::size_t t = 0; t + 1 < worn_.size(); ++t) {
      made.given[t].push_back(part * (left_between(load_, slice.low, slice.high, worn_[t]) -
                                      left_between(load_, slice.low, slice.high, worn_[t + 1])));
    }
  }

  const Site& site_;
  const NeedleLoad& load_;
  const numerics::ChannelClass& class_;
  double density_;
  std::vector<double> worn_;
};

}  // namespace

std::size_t NeedleSource::step_at(double t) const {
  const auto after = std::upper_bound(times.begin(), times.end(), t);
  if (after == times.end()) return times.size();
  return static_cast<std::size_t>(after - times.begin()) - 1;
}

double NeedleSource::left_at(double t) const {
  const auto after = std::upper_bound(times.begin(), times.end(), t);
  return left[static_cast<std::size_t>(after - times.begin()) - 1];
}

NeedleSource needle_source(const Site& site, const NeedleLoad& load, const Rates& rates,
                           const std::vector<double>& told) {
  NeedleSource made;
  if (!load.is_dissolving()) return made;
  made.times = moments(told, load.worn);
  made.given.resize(made.times.size() - 1);
  double pierced = 0;
  for (const double holes : site.holes.holes) pierced += holes;
  made.left.assign(made.times.size(), std::max(0.0, load.needles - pierced) * load.mass_of_each(rates.needle));
  for (Index i = 0; i < site.classes(); ++i) {
    if (site.has_channel(i)) ClassSource(site, i, load, rates, made);
  }
  return made;
}

}  // namespace percuta::transport
