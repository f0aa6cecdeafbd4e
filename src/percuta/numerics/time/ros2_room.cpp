#include <algorithm>
#include <cmath>

#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {
namespace {

constexpr Index k_most_sweeps = 12;  // about what a solve with multigrid costs

/// Sweeps in two colours after which no cell is off by more than `tolerance` of the greatest, at `aside` = what flows
/// between columns over what ties a cell to its past: each shrinks the error by (aside / (1 + aside))^2 or more, and
/// the first guess is off by no more than twice the greatest.
Index sweeps_for(double aside, double tolerance, bool has_odd_wrap) {
  const double share = std::log(aside / (1 + aside)) * (has_odd_wrap ? 1 : 2);  // there one colour goes for another
  const double wanted = std::ceil(std::log(0.5 * tolerance) / share);
  return std::isfinite(wanted) && wanted <= k_most_sweeps ? std::max<Index>(1, static_cast<Index>(wanted))
                                                          : k_most_sweeps + 1;
}

/// What a cell may still be off by after a sweep: the second colour moved by at least 1 - share^2 of what it was off
/// before, and both are off by no more than share times that now.
double error_after(const Swept& swept, double aside) {
  const double share = aside / (1 + aside);
  return share / (1 - share * share) * swept.change;
}

}  // namespace

Ros2::Room::Room(const Layout& of, const SolveSettings& how)
    : layout(of),
      settings(how),
      columns(column_kernels(how.clone)),
      kernels(ros2_kernels(how.clone)),
      ranges(slab_ranges(of, how.threads)),
      scratch(ranges.size() * static_cast<std::size_t>(2 * of.nz * k_columns_swept)) {}

void Ros2::Room::leave_out(const std::unordered_set<Index>& cells) {
  left_out = cells.empty() ? PaddedArray<unsigned char>() : PaddedArray<unsigned char>(layout);
  for (const Index cell : cells) left_out.cells()[cell] = 1;
}

std::size_t Ros2::Room::bytes() const {
  return work.bytes() + left_out.bytes() + scratch.size() * sizeof(double) + (solver ? solver->bytes() : 0);
}

/// Slab j of (shift capacity + A + capacity decay).
MatrixSlab Ros2::Room::slab(const Mover& mover, double shift, Index j) const {
  const Transmissibilities& a = mover.problem;
  const Index at = j * layout.slab();
  return {layout.nx,
          layout.nz,
          layout.stride(),
          layout.slab(),
          a.tx() + at,
          a.ty() + at,
          a.tz() + at,
          a.mass() + at,
          mover.sinks() + at,
          nullptr,
          mover.stored_shift(shift)};
}

double* Ros2::Room::scratch_of(Index first) {
  std::size_t number = 0;
  while (ranges[number].first != first) ++number;
  return scratch.data() + static_cast<Index>(number) * 2 * layout.nz * k_columns_swept;
}

void Ros2::Room::set_flow(const Mover& mover, Field& value, Field& flow) const {
  const Transmissibilities& problem = mover.problem;
  const double scale = problem.scale() / problem.mass_scale();
  exchange(layout, value.cells());
  for_cells(ranges, [&](Index j) {
    const Index at = j * layout.slab(), end = at + layout.slab();
    MatrixSlab a = slab(mover, 0, j);
    a.sink = problem.sink() + at;  // decay is the cells' affair
    columns.apply(a, value.cells() + at, flow.cells() + at);
    const auto by_cell = [](const Mover::Load& load, Index cell) { return load.cell < cell; };
    auto load = std::lower_bound(mover.loads.begin(), mover.loads.end(), at, by_cell);
    for (; load != mover.loads.end() && load->cell < end; ++load) flow.cells()[load->cell] -= load->amount;
    for (Index k = 0; k < layout.nz; ++k) {
      double* out = flow.cells() + layout.at(0, j, k);
      const float* mass = problem.mass() + layout.at(0, j, k);
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) out[i] = mass[i] > 0 ? -out[i] * scale / static_cast<double>(mass[i]) : 0;
    }
  });
}

/// work = shift capacity k
void Ros2::Room::set_right(const Mover& mover, const Field& k, double shift) {
  const double beta = mover.stored_shift(shift);
  for_cells(ranges, [&](Index j) {
    for (Index z = 0; z < layout.nz; ++z) {
      const Index at = layout.at(0, j, z);
      const float* mass = mover.problem.mass() + at;
      const double* from = k.cells() + at;
      double* to = work.cells() + at;
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) to[i] = beta * static_cast<double>(mass[i]) * from[i];
    }
  });
}

Ros2::Room::Solved Ros2::Room::solve(const Mover& mover, Field& k, double shift, const Field* opposite) {
  const double aside = mover.aside(shift);
  if (aside == 0) {
    for_columns(ranges, 1, [&](int, SlabRange range) {
      double* room = scratch_of(range.first);
      for (Index j = range.first; j < range.last; ++j) {
        kernels.solve_alone(slab(mover, shift, j), k.cells() + j * layout.slab(), room);
      }
    });
    return {1, 0};
  }
  set_right(mover, k, shift);
  const bool has_odd_wrap = (layout.wraps_x() && layout.nx % 2 == 1) || (layout.wraps_y() && layout.ny % 2 == 1);
  const Index sweeps = sweeps_for(aside, settings.tolerance, has_odd_wrap);
  if (sweeps > k_most_sweeps) {
    if (opposite != nullptr) combine(ranges, k, {{-1, opposite}});
    return solve_by_multigrid(mover, k, shift);
  }
  exchange(layout, k.cells());
  Index done = 0;
  for (bool is_there = false; done < sweeps && !is_there; ++done) {
    const Swept swept = sweep(mover, k, shift);
    is_there = !has_odd_wrap && error_after(swept, aside) <= settings.tolerance * swept.greatest;
  }
  return {done, spread(mover, k, shift)};
}

Ros2::Room::Solved Ros2::Room::solve_by_multigrid(const Mover& mover, Field& k, double shift) {
  const float* sinks = mover.is_stiff ? mover.with_decay.cells() : nullptr;
  if (!solver) solver = std::make_unique<ColumnSolver>(mover.problem, settings, "a field that reacts");
  const bool is_same = bound != nullptr && &bound->problem == &mover.problem && !bound->is_stiff && !mover.is_stiff;
  if (bound == &mover || is_same) {
    solver->set_shift(shift);
  } else {
    solver->bind(mover.problem, sinks, shift);
    bound = &mover;
  }
  const Index iterations = solver->solve(work, k).iterations;
  return {iterations, solver->spread(k, k)};
}

Index Ros2::Room::solve_balance(const Mover& mover, Field& u, double wanted) {
  if (!solver) solver = std::make_unique<ColumnSolver>(mover.problem, settings, "a field in balance");
  solver->bind(mover.problem, mover.sinks(), 0);
  bound = &mover;
  return solver->solve_to(work, u, wanted).iterations;
}

Ros2::Room::Imbalance Ros2::Room::imbalance(const Mover& mover, Field& u) const {
  exchange(layout, u.cells());
  std::vector<double> whole(static_cast<std::size_t>(layout.ny));
  const float *tx = mover.problem.tx(), *ty = mover.problem.ty(), *tz = mover.problem.tz(), *sink = mover.sinks();
  const double left = sum_over_cells(ranges, [&](Index j) {
    std::vector<double> rest(static_cast<std::size_t>(layout.slab()));
    const Index at = j * layout.slab();
    double sum = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index c = layout.at(0, j, k); c < layout.at(layout.nx, j, k); ++c) {
        const float faces = (tx[c] + tx[c + 1]) + (ty[c] + ty[c + layout.slab()]) + (tz[c] + tz[c + layout.stride()]);
        const double own = static_cast<double>(faces + sink[c]) * u.cells()[c];
        sum += own * own;
      }
    }
    whole[static_cast<std::size_t>(j)] = sum;
    return columns.residual(slab(mover, 0, j), u.cells() + at, work.cells() + at, rest.data());
  });
  const double all = sum_over_cells({{0, layout.ny}}, [&](Index j) { return whole[static_cast<std::size_t>(j)]; });
  return {std::sqrt(left), std::sqrt(all)};
}

/// Both colours in one pass over memory: black follows red one slab behind. The slabs at the borders of the ranges go
/// before and after, so that no thread touches a slab that another reads. Gives how far the second colour moved.
Swept Ros2::Room::sweep(const Mover& mover, Field& k, double shift) {
  std::vector<Swept> of(static_cast<std::size_t>(layout.ny));
  for_columns(ranges, 7, [&](int phase, SlabRange range) {
    const Index low = range.first, high = range.last - 1;
    double* room = scratch_of(low);
    const auto relax = [&](Index j, Index colour) {
      const Index at = j * layout.slab();
      const Swept swept = kernels.sweep(slab(mover, shift, j), work.cells() + at, k.cells() + at, j + colour, room);
      if (colour == 1) of[static_cast<std::size_t>(j)] = swept;
      if (!layout.wraps_x()) return;
      for (Index z = 0; z < layout.nz; ++z) {
        double* row = k.cells() + layout.at(0, j, z);
        row[-1] = row[layout.nx - 1];
        row[layout.nx] = row[0];
      }
    };
    if (phase == 0) relax(low, 0);
    if (phase == 1 && high > low) relax(high, 0);
    if ((phase == 2 || phase == 6) && low == 0) exchange(layout, k.cells());
    if (phase == 3) {
      for (Index j = low + 1; j <= high; ++j) {
        if (j < high) relax(j, 0);
        if (j - 1 > low) relax(j - 1, 1);
      }
    }
    if (phase == 4) relax(low, 1);
    if (phase == 5 && high > low) relax(high, 1);
  });
  Swept most;
  for (const Swept& slab : of) most = {std::max(most.change, slab.change), std::max(most.greatest, slab.greatest)};
  return most;
}

double Ros2::Room::spread(const Mover& mover, Field& k, double shift) const {
  const double beta = mover.stored_shift(shift);
  const float *mass = mover.problem.mass(), *sink = mover.sinks();
  const auto sum = [&](const auto& term) {
    return sum_over_cells(ranges, [&](Index j) {
      double all = 0;
      for (Index z = 0; z < layout.nz; ++z) {
        for (Index c = layout.at(0, j, z); c < layout.at(layout.nx, j, z); ++c) all += mass[c] > 0 ? term(c) : 0;
      }
      return all;
    });
  };
  const auto grip = [&](Index c) { return beta * static_cast<double>(mass[c]) + static_cast<double>(sink[c]); };
  const double rest = sum([&](Index c) { return work.cells()[c] - grip(c) * k.cells()[c]; });
  const double held = sum([&](Index c) { return grip(c) * std::abs(k.cells()[c]); });
  if (!(held > 0)) return rest;
  const double factor = rest / held;
  for_cells(ranges, [&](Index j) {
    for (Index z = 0; z < layout.nz; ++z) {
      for (Index c = layout.at(0, j, z); c < layout.at(layout.nx, j, z); ++c) {
        if (mass[c] > 0) k.cells()[c] += factor * std::abs(k.cells()[c]);
      }
    }
  });
  return rest - factor * held;
}

double Ros2::Room::decayed(const Mover& mover, const Field& k) const {
  const float *all = mover.sinks(), *own = mover.problem.sink();
  return mover.problem.scale() * sum_over_cells(ranges, [&](Index j) {
           double sum = 0;
           for (Index z = 0; z < layout.nz; ++z) {
             for (Index c = layout.at(0, j, z); c < layout.at(layout.nx, j, z); ++c) {
               sum += (static_cast<double>(all[c]) - static_cast<double>(own[c])) * k.cells()[c];
             }
           }
           return sum;
         });
}

}  // namespace percuta::numerics
