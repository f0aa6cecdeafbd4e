#pragma once

#include <functional>
#include <string>
#include <vector>

#include "percuta/course/bench.hpp"

namespace percuta::study {

/// One quantity of a bench test's results.json.
struct ExperimentQuantity {
  std::string room, name, unit;
  std::string meaning;
  std::function<double(const Tested&)> of;  ///< SI
};

/// What this model's bench says, in the order of results.json.
std::vector<ExperimentQuantity> experiment_quantities(const Model& model);

/// What benches say beyond the quantities of a course.
const std::vector<ExperimentQuantity>& bench_quantities();

}  // namespace percuta::study
