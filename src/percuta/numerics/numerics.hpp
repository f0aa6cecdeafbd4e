#pragma once

#include "percuta/numerics/fields/fields.hpp"
#include "percuta/numerics/geometry/geometry.hpp"
#include "percuta/numerics/operators/operators.hpp"
#include "percuta/numerics/rings/rings.hpp"
#include "percuta/numerics/solvers/solvers.hpp"
#include "percuta/numerics/statistics/statistics.hpp"
#include "percuta/numerics/time/time.hpp"

/// Fields, flows, solvers and walks through time; patterns of points. Knows no needle and no skin. Values in, values
/// out; the same bytes on any number of threads and from every build of a kernel. Include what you use from:
///
///     fields/      where values stand: grids with layers, fields, how threads share them
///     operators/   what flows between cells: media, conductances, flows that carry, bodies, columns, mouths
///     solvers/     (shift mass + A) u = f: symmetric, with a flow, nonlinear, complex; the multigrid cycle
///     rings/       channels with the tissue that is their share, as rings of cells around them
///     time/        fields through time: TR-BDF2 for one or a chain, ROS2 for several that react; ledger, events,
///     checkpoints statistics/  how points lie: quadrats, Ripley's K, neighbours, gaps, tracks, envelopes of chance
///     geometry/    polygons, hulls, what they share and cover; points that find their neighbours
///
/// Each folder has a door of its name with an example. Here stand parallel_for (the one place that knows of OpenMP) and
/// KernelClone (which build of a hot kernel runs).
/// Equations: docs/theory/numerics.md, docs/theory/statistics.md   Checked: tests/numerics, docs/verification.md
namespace percuta::numerics {}
