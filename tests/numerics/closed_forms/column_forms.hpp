#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::tests {

/// A layer of a column, in whatever unit the closed form has.
struct Layer {
  double thickness, diffusivity, partition;
};

/// A column of layers, n cells each.
struct Column {
  numerics::Grid grid;
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
};
Column column(const std::vector<Layer>& layers, numerics::Index n, double clearance = 0);

/// From `value` everywhere at t = 0, with atol = rtol / 10 and a first step.
numerics::TrBdf2 walk_from(Column& made, double value, double rtol, double first);

/// What columns of layers must reproduce.
std::vector<ClosedForm> column_forms();

}  // namespace percuta::tests
