#pragma once

#include "percuta/numerics/solvers/bicgstab.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "percuta/numerics/solvers/nonlinear_solve.hpp"

/// Solves (shift mass + A) u = f on a grid, where A is what operators say flows between cells.
/// Begin with  ColumnSolver, where A is symmetric; FlowSolver, where a flow carries; NonlinearSolver, where A knows u
/// Beside      ComplexSolver (alternating currents); Multigrid, the float32 cycle that all of them stand on
/// Example     a column of tissue between surfaces of 20 and 37 degrees: the field is a straight line
///
///     const Grid grid({.nx = 4, .ny = 4, .nz = 0}, 0.1e-3, 0.1e-3, even_edges(10, 1e-3));
///     Medium tissue;
///     tissue.conductivity = Field("k", "W.m-1.K-1", grid.layout(), 0.4);
///     Transmissibilities heat(grid, tissue);
///     const double held = std::numeric_limits<double>::infinity();
///     heat.add_top(grid, tissue, held, 20, 0);
///     heat.add_bottom(grid, tissue, held, 37, 1);
///     Field f("f", "W", grid.layout()), T("T", "degC", grid.layout(), 30);
///     heat.load(nullptr, f);
///     const SolveReport report = ColumnSolver(heat, {.tolerance = 1e-10}).solve(f, T);
///     const double topmost = T(0, 0, 0);  // 20 + 17 / 20 degrees: the first cell's middle
namespace percuta::numerics {}
