#pragma once

#include <functional>
#include <string>
#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"
#include "percuta/numerics/operators/cut_faces.hpp"

namespace percuta::tests {

/// Where a body's middle lies against the grid [cells].
struct Offset {
  double x = 0, y = 0, z = 0;
};

/// A conductance, and the iterations that it took to 1e-8.
struct Conductance {
  double value = 0;
  numerics::Index iterations = 0;
};

/// A problem with curved surfaces, whose length unit is the diameter of its body: with cut faces or as a staircase.
struct CurvedProblem {
  std::string name, reference;
  double exact = 0;
  std::function<Conductance(numerics::Index across, Offset offset, bool is_staircase)> found;
};

/// Electrodes between which the tissue is a curved or tilted space; walls and inclusions in a field.
std::vector<CurvedProblem> curved_problems();
std::vector<ClosedForm> curved_forms();

}  // namespace percuta::tests
