#pragma once

#include <functional>
#include <vector>

#include "percuta/endpoints/endpoints.hpp"

/// What all endpoints share: the course's drivers at any time, and what each session adds at the surface.
namespace percuta::endpoints {

/// All that one endpoint is measured from.
struct Basis {
  const Treated& treated;
  const Maps& maps;
  const Sizes& sizes;
  std::vector<double> epidermis;  ///< thickness less that of untouched skin, over it, per time [1]

  const healing::Course& course() const { return treated.state.course; }
  const std::vector<double>& times() const { return treated.state.course.times; }
};
Basis basis_of(const Treated& treated, const Maps& maps, const Sizes& sizes);

/// A number of each moment of a layer.
std::vector<double> read_off(const healing::LayerCourse& layer,
                             const std::function<double(const healing::Moment&)>& number);

/// Collagen over untreated skin, per time [1].
std::vector<double> gain(const healing::LayerCourse& layer);

/// Linear between times; of equal times the last counts; k_undefined beyond the last time, the first value before the
/// first, of no time at all.
double at(const std::vector<double>& times, const std::vector<double>& values, double t);

/// What one session adds: a function of the time since it, nothing before it nor once it has lasted.
struct Trace {
  double session = 0, lasts = 0;        ///< [s]
  std::function<double(double)> value;  ///< of the time since the session [s]
};
double sum(const std::vector<Trace>& traces, double t);
double most(const std::vector<Trace>& traces, double t);

/// How long after `from` a function of time is above `level` for the last time: 0 if never, k_undefined if at the end
/// of `times` still. It is looked at where `times` are, and between them where it passes the level.
double time_above(const std::function<double(double)>& value, double level, const std::vector<double>& times,
                  double from);

/// A function at each of `times`.
std::vector<double> sampled(const std::function<double(double)>& value, const std::vector<double>& times);

/// 0 for a number that is undefined.
double known(double number);

/// After how many e-foldings nothing is left that could be seen in a sum.
inline constexpr int k_gone = 40;

/// Whether a soothing cream is used at `t`, since the first session.
bool is_cared_for(const Treated& treated, double t);

}  // namespace percuta::endpoints
