#pragma once

#include <functional>
#include <vector>

#include "percuta/healing/healing.hpp"

/// Bacteria in the wound, debris, macrophages and neutrophils. Source: Cooper2015.
namespace percuta::healing {

/// All four through time.
struct InfectionCourse {
  std::vector<double> times;  ///< [s]
  std::vector<double> pathogen, debris, macrophages, neutrophils;
};
/// Each session brings bacteria and debris anew; told at `times` [s].
InfectionCourse infection_course(const Infection& infection, const std::vector<double>& sessions,
                                 const std::vector<double>& times);

/// What the bacteria of a course add to the alarm at a time [1/s]: `alarm` P / (1 + P).
std::function<double(double)> infection_alarm(const Infection& infection, const std::vector<double>& sessions,
                                              double horizon);

}  // namespace percuta::healing
