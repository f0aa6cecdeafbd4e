#include "percuta/run/closure_course.hpp"

namespace percuta::run {
namespace {

constexpr double k_minute = 60;  // [s]
constexpr double k_minutes_per_hour = 60;

/// When the curve is drawn, in minutes: close together at first, when skin springs back, then through five days.
const std::vector<int>& minutes() {
  static const std::vector<int> all = {0,   2,   5,   10,   20,   30,   60,   90,   120,  180,  240,  360, 480,
                                       600, 720, 960, 1200, 1440, 1800, 2160, 2880, 3600, 4320, 5760, 7200};
  return all;
}

}  // namespace

std::vector<double> standard_closing_times() {
  std::vector<double> times;
  times.reserve(minutes().size());
  for (const int minute : minutes()) times.push_back(minute * k_minute);
  return times;
}

std::size_t closure_value_count() {
  return 2 * minutes().size();
}

std::vector<double> closure_values(const closure::Clocks& clocks) {
  std::vector<double> values;
  values.reserve(closure_value_count());
  for (const int minute : minutes()) values.push_back(closure::barrier_conductance(clocks, minute * k_minute));
  for (const int minute : minutes()) values.push_back(closure::pore_radius(clocks, minute * k_minute));
  return values;
}

CurveSet closure_course(const std::function<Interval(std::size_t)>& interval) {
  CurveSet set{"closure_course", "time", "h", {}, {}};
  for (const int minute : minutes()) set.at.push_back(minute / k_minutes_per_hour);
  set.curves = {{"barrier", "1", "Leak through the holes, as a share of its first value", {}},
                {"pore", "1", "Radius of the visible hole, as a share of its first value", {}}};
  std::size_t at = 0;
  for (Curve& curve : set.curves) {
    for (std::size_t i = 0; i < minutes().size(); ++i) curve.values.push_back(interval(at++));
  }
  return set;
}

}  // namespace percuta::run
