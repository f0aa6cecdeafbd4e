#pragma once

#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/time_step.hpp"
#include "percuta/numerics/time/tr_bdf2_chain.hpp"

/// Walks a field, or several that react with each other, through time with steps that an error estimate sets.
/// Begin with  TrBdf2, one field that moves and may be stiff; Ros2, several that react; StepSettings, how they step
/// Beside      TimeEvent, TimeOutput, TimeLedger (what went where), TimeCheckpoint (goes on bit for bit)
/// And         TrBdf2Chain (what turns into the next), MovingCapacities (a film that dries)
/// Example     what is cleared at 1/100 s from a cell: a share 1/e is left after 100 s, the rest stands in the ledger
///
///     const Grid grid({.nx = 1, .ny = 1, .nz = 0}, 1e-3, 1e-3, even_edges(1, 1e-3));
///     const auto everywhere = [&](const char* unit, double value) { return Field("", unit, grid.layout(), value); };
///     Medium medium;
///     medium.conductivity = everywhere("m2.s-1", 0);
///     medium.capacity = everywhere("1", 1);
///     medium.sink = everywhere("s-1", 0.01);
///     Transmissibilities matrix(grid, medium);
///     TimeProblem problem;
///     problem.matrix = &matrix;
///     TrBdf2 walk(problem, everywhere("mol.m-3", 1), 0, {.rtol = 1e-6, .atol = 1e-9}, {.tolerance = 1e-12});
///     walk.advance(100);
///     const double left = walk.value()(0, 0, 0);            // exp(-1) mol/m3
///     const double gained = walk.ledger().gained() / 1e-9;  // exp(-1) - 1 mol/m3
namespace percuta::numerics {}
