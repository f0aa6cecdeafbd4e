#include "percuta/closure/closure.hpp"

#include <cmath>
#include <string>

namespace percuta::closure {
namespace {

constexpr double k_minute = 60;  // [s]

/// When the curve is drawn, in minutes: close together at first, when skin springs back, then through five days.
constexpr int k_minutes[] = {0,   2,   5,   10,   20,   30,   60,   90,   120,  180,  240,  360, 480,
                             600, 720, 960, 1200, 1440, 1800, 2160, 2880, 3600, 4320, 5760, 7200};

constexpr const char* k_open_hole = "a hole that stays when the needles are out";
constexpr const char* k_heals = ", and skin that is alive: what is cut out springs back and does not heal";

/// What never comes is no time.
double told(double time) {
  return std::isfinite(time) ? time : k_undefined;
}

/// A half-life is of a hole that stays.
ResultOf<Clocks> half_life() {
  ResultColumn column{"closure", "barrier_half_life", "h", "Half-life of the barrier's leak through the holes"};
  column.needs = std::string(k_open_hole) + k_heals;
  return number_result<Clocks>(std::move(column), [](const Clocks& clocks) {
    return clocks.has_hole() ? told(clocks.barrier_half_life) : k_undefined;
  });
}

/// Until all is closed: at once where a needle went in and no hole stays, as the clocks say then.
ResultOf<Clocks> time_of(ResultColumn column, double Clocks::* time) {
  column.needs = std::string("a needle that pierces the skin") + k_heals;
  column.at_zero = "no hole stays";
  return number_result<Clocks>(
      std::move(column), [time](const Clocks& clocks) { return clocks.is_pierced ? told(clocks.*time) : k_undefined; });
}

ResultOf<Clocks> course_of(ResultColumn column, double (*share)(const Clocks&, double)) {
  column.needs = k_open_hole;
  std::vector<double> times = column.axis ? column.axis->at : std::vector<double>();
  return {std::move(column), [share, times = std::move(times)](const Clocks& clocks, std::vector<double>& row) {
            for (const double time : times) row.push_back(clocks.has_hole() ? share(clocks, time) : k_undefined);
          }};
}

}  // namespace

std::vector<double> standard_times() {
  std::vector<double> times;
  for (const int minute : k_minutes) times.push_back(minute * k_minute);
  return times;
}

std::vector<ResultOf<Clocks>> results(const std::vector<double>& times) {
  const ResultAxis axis{"time", "h", times, {}};
  return {
      half_life(),
      time_of({"closure", "barrier_time", "h", "Until the barrier counts as whole again"}, &Clocks::barrier_time),
      time_of({"closure", "pore_time", "h", "Until no hole is to be seen"}, &Clocks::pore_time),
      course_of(
          {"closure", "barrier", "1", "Leak through the holes, as a share of its first value", axis, "closure_course"},
          barrier_conductance),
      course_of(
          {"closure", "pore", "1", "Radius of the visible hole, as a share of its first value", axis, "closure_course"},
          pore_radius),
  };
}

}  // namespace percuta::closure
