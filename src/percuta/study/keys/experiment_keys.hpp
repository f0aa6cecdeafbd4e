#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/course/bench.hpp"

namespace percuta::study {

/// Tables of the study that say nothing in this experiment: refused where they are written, left out of the resolved
/// study. None when there is no experiment.
std::vector<std::string> idle_tables(const course::Experiment& experiment, const std::string& device_kind);

/// The study with what a diffusion cell leaves open said: whether its holes are none, given or made.
Node with_cell_said(Node root);

/// Adds a problem for every table and key of the study `root` that does nothing in this experiment, and for a press
/// without an end. `has_mass`: the device's applicator moves a mass, so that its speed makes an energy.
void check_experiment(const course::Experiment& experiment, const std::string& device_kind, bool has_mass,
                      const Node& root, Problems& problems);

}  // namespace percuta::study
