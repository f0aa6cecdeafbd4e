#include "percuta/closure/pace.hpp"

#include <algorithm>

namespace percuta::closure {
namespace {

/// When the cover goes on and comes off; both the same when there is none.
struct Cover {
  double on = 0, off = 0;
};

Cover cover_of(const Care& care) {
  const double on = std::max(0.0, care.covered_from);
  return {on, std::max(on, care.covered_until)};
}

}  // namespace

double Pace::done(double t) const {
  const Cover cover = cover_of(care);
  const double under = std::clamp(t, cover.on, cover.off) - cover.on;
  return dry * (std::max(0.0, t) - under) + covered * under;
}

double Pace::time_of(double progress) const {
  const Cover cover = cover_of(care);
  const double before = dry * cover.on;
  if (progress <= before) return progress / dry;
  const double under = covered * (cover.off - cover.on);
  if (progress <= before + under) return cover.on + (progress - before) / covered;
  return cover.off + (progress - before - under) / dry;
}

double Lining::done(double t) const {
  const double begun = pace.done(held) + lag;
  const double now = std::max(0.0, pace.done(t) - begun), soothed = std::max(0.0, pace.done(until) - begun);
  return now <= soothed ? factor * now : factor * soothed + (now - soothed);
}

double Lining::time_of(double progress) const {
  const double begun = pace.done(held) + lag, soothed = std::max(0.0, pace.done(until) - begun);
  const double now = progress <= factor * soothed ? progress / factor : progress - (factor - 1) * soothed;
  return pace.time_of(begun + now);
}

Lining lining_of(const Clocks& clocks) {
  return {{1, 1 / clocks.pore_covered_factor, clocks.care},
          clocks.pore_lag,
          clocks.soothed_factor,
          clocks.care.soothed_until,
          clocks.care.held_until};
}

}  // namespace percuta::closure
