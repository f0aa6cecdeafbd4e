#pragma once

#include <string>

#include "percuta/base/files/document.hpp"
#include "percuta/course/bench.hpp"

namespace percuta::study {

/// Adds a problem for every table and key of the study `root` that does nothing in this experiment, and for a press
/// without an end. `has_mass`: the device's applicator moves a mass, so that its speed makes an energy.
void check_experiment(const course::Experiment& experiment, const std::string& device_kind, bool has_mass,
                      const Node& root, Problems& problems);

}  // namespace percuta::study
