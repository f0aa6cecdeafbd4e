#include "cvode_rival.hpp"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_spgmr.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace percuta::benchmark {
namespace {

constexpr Index k_lanes = k_cells_at_once;
constexpr int k_krylov = 20;  // vectors; its own 5 are too few here

/// CVODE's vector holds the fields one after the other without padding; `padded` serves motion.
struct Rival {
  HealingProblem& problem;
  CvodeWay way;
  Index cells;
  Field padded, flow;
  const ColumnKernels& kernels;
  std::vector<double> jacobian, factors;  ///< [run][row][column][lane]
  std::vector<std::unique_ptr<ColumnSolver>> solvers;

  Rival(HealingProblem& of, CvodeWay with)
      : problem(of),
        way(with),
        cells(of.grid.layout().cells()),
        padded("padded", "1", of.grid.layout()),
        flow(padded),
        kernels(column_kernels(best_clone())),
        jacobian(static_cast<std::size_t>(runs() * k_fields * k_fields * k_lanes)),
        factors(jacobian.size()),
        solvers(of.matrices.size()) {
    SolveSettings settings;
    settings.threads = 1;
    settings.clone = best_clone();
    for (std::size_t m = 0; m < solvers.size(); ++m) {
      solvers[m] = std::make_unique<ColumnSolver>(of.matrices[m], settings);
    }
  }

  Index runs() const { return (cells + k_lanes - 1) / k_lanes; }
  /// Cells of the run; fields of parameters are not used here, so that runs may cross rows.
  CellRun run(Index r, const double* const* value) const {
    return {0, 0, std::min(k_lanes, cells - r * k_lanes), value};
  }
  void pad(const double* from) {
    const Layout& layout = padded.layout();
    for (Index row = 0; row < layout.ny * layout.nz; ++row) {
      std::copy_n(from + row * layout.nx, layout.nx, padded.cells() + row * layout.stride());
    }
  }
  MatrixSlab slab(const Transmissibilities& a, Index j, double shift) const {
    const Layout& layout = padded.layout();
    const Index at = j * layout.slab();
    return {layout.nx,   layout.nz,     layout.stride(), layout.slab(), a.tx() + at, a.ty() + at,
            a.tz() + at, a.mass() + at, a.sink() + at,   nullptr,       shift};
  }
};

Rival& rival(void* data) {
  return *static_cast<Rival*>(data);
}

int rates(double, N_Vector y, N_Vector to, void* data) {
  Rival& r = rival(data);
  const double* u = N_VGetArrayPointer(y);
  double* out = N_VGetArrayPointer(to);
  const double* value[k_fields];
  double* rate[k_fields];
  for (Index n = 0; n < r.runs(); ++n) {
    for (Index f = 0; f < k_fields; ++f) {
      value[f] = u + f * r.cells + n * k_lanes;
      rate[f] = out + f * r.cells + n * k_lanes;
    }
    healing_rate(r.run(n, value), rate);
  }
  const Layout& layout = r.padded.layout();
  for (std::size_t m = 0; m < 4; ++m) {
    const Transmissibilities& a = r.problem.matrices[m];
    const Index f = HealingProblem::k_movers[m];
    r.pad(u + f * r.cells);
    const double scale = a.scale() / a.mass_scale();
    for (Index j = 0; j < layout.ny; ++j) {
      const Index at = j * layout.slab();
      r.kernels.apply(r.slab(a, j, 0), r.padded.cells() + at, r.flow.cells() + at);
      for (Index k = 0; k < layout.nz; ++k) {
        const double* q = r.flow.cells() + layout.at(0, j, k);
        const float* mass = a.mass() + layout.at(0, j, k);
        double* row = out + f * r.cells + (j * layout.nz + k) * layout.nx;
#pragma omp simd
        for (Index i = 0; i < layout.nx; ++i) row[i] -= q[i] * scale / static_cast<double>(mass[i]);
      }
    }
  }
  return 0;
}

/// A run's 1 - gamma J as its factors, in place; cells side by side in the lanes.
void factor(double* a) {
  for (Index p = 0; p < k_fields; ++p) {
    double* pivot = a + (p * k_fields + p) * k_lanes;
    for (Index i = 0; i < k_lanes; ++i) pivot[i] = 1 / pivot[i];
    for (Index row = p + 1; row < k_fields; ++row) {
      double* __restrict lower = a + (row * k_fields + p) * k_lanes;
      if (std::all_of(lower, lower + k_lanes, [](double x) { return x == 0; })) continue;
      for (Index i = 0; i < k_lanes; ++i) lower[i] *= pivot[i];
      for (Index column = p + 1; column < k_fields; ++column) {
        double* __restrict to = a + (row * k_fields + column) * k_lanes;
        const double* __restrict from = a + (p * k_fields + column) * k_lanes;
#pragma omp simd
        for (Index i = 0; i < k_lanes; ++i) to[i] -= lower[i] * from[i];
      }
    }
  }
}

int set_up(double, N_Vector y, N_Vector, int may_keep, int* is_new, double gamma, void* data) {
  Rival& r = rival(data);
  for (const auto& solver : r.solvers) solver->set_shift(1 / gamma);
  *is_new = may_keep == 0 ? 1 : 0;
  const double* u = N_VGetArrayPointer(y);
  const Layout& layout = r.padded.layout();
  double aside[k_fields] = {};
  for (std::size_t m = 0; m < 4 && r.way == CvodeWay::cells; ++m) {
    const Transmissibilities& a = r.problem.matrices[m];  // even cells: six faces, as within the grid
    const Index middle = layout.at(layout.nx / 2, layout.ny / 2, layout.nz / 2);
    aside[HealingProblem::k_movers[m]] = 6 * static_cast<double>(a.tx()[middle]) * a.scale() / a.mass_of(middle);
  }
  const Index size = k_fields * k_fields * k_lanes;
  for (Index n = 0; n < r.runs(); ++n) {
    double* jacobian = r.jacobian.data() + n * size;
    double* a = r.factors.data() + n * size;
    if (may_keep == 0) {
      const double* value[k_fields];
      double* entry[k_fields * k_fields];
      for (Index f = 0; f < k_fields; ++f) value[f] = u + f * r.cells + n * k_lanes;
      for (Index e = 0; e < k_fields * k_fields; ++e) entry[e] = jacobian + e * k_lanes;
      std::fill_n(jacobian, size, 0.0);
      healing_jacobian(r.run(n, value), entry);
    }
    for (Index e = 0; e < size; ++e) a[e] = -gamma * jacobian[e];
    for (Index f = 0; f < k_fields; ++f) {
      for (Index i = 0; i < k_lanes; ++i) a[(f * k_fields + f) * k_lanes + i] += 1 + gamma * aside[f];
    }
    factor(a);
  }
  return 0;
}

void solve_cells(const Rival& r, double* z) {
  const Index size = k_fields * k_fields * k_lanes;
  for (Index n = 0; n < r.runs(); ++n) {
    const double* a = r.factors.data() + n * size;
    const Index lanes = std::min(k_lanes, r.cells - n * k_lanes);
    const auto right = [&](Index f) { return z + f * r.cells + n * k_lanes; };
    const auto take_off = [&](Index row, Index column) {
      const double* __restrict by = a + (row * k_fields + column) * k_lanes;
      const double* __restrict from = right(column);
      double* __restrict to = right(row);
#pragma omp simd
      for (Index i = 0; i < lanes; ++i) to[i] -= by[i] * from[i];
    };
    for (Index row = 1; row < k_fields; ++row) {
      for (Index column = 0; column < row; ++column) take_off(row, column);
    }
    for (Index row = k_fields - 1; row >= 0; --row) {
      for (Index column = row + 1; column < k_fields; ++column) take_off(row, column);
      const double* pivot = a + (row * k_fields + row) * k_lanes;
      for (Index i = 0; i < lanes; ++i) right(row)[i] *= pivot[i];
    }
  }
}

int precondition(double, N_Vector, N_Vector, N_Vector right, N_Vector to, double gamma, double, int, void* data) {
  Rival& r = rival(data);
  N_VScale(1, right, to);
  double* z = N_VGetArrayPointer(to);
  solve_cells(r, z);
  if (r.way == CvodeWay::cells) return 0;
  const Layout& layout = r.padded.layout();
  for (std::size_t m = 0; m < 4; ++m) {
    const Transmissibilities& a = r.problem.matrices[m];
    const double shift = a.mass_scale() / (a.scale() * gamma);
    double* cells = z + HealingProblem::k_movers[m] * r.cells;
    r.pad(cells);
    for (Index row = 0; row < layout.ny * layout.nz; ++row) {  // right side of (shift mass + A) z = shift mass z
      const Index at = row * layout.stride();
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) {
        r.flow.cells()[at + i] = shift * static_cast<double>(a.mass()[at + i]) * r.padded.cells()[at + i];
      }
    }
    r.solvers[m]->filter(r.flow, r.padded);
    for (Index row = 0; row < layout.ny * layout.nz; ++row) {
      std::copy_n(r.padded.cells() + row * layout.stride(), layout.nx, cells + row * layout.nx);
    }
  }
  return 0;
}

void must_work(int flag, const char* what) {
  if (flag < 0) throw std::runtime_error(std::string("CVODE: ") + what);
}

}  // namespace

CvodeAnswer cvode_heals(HealingProblem& problem, double time, double rtol, CvodeWay way) {
  Rival data(problem, way);
  SUNContext context = nullptr;
  must_work(SUNContext_Create(nullptr, &context), "context");
  N_Vector y = N_VNew_Serial(k_fields * data.cells, context);
  CvodeAnswer answer{problem.start(), 0, 0, 0};
  const Layout& layout = problem.grid.layout();
  const auto each_row = [&](const auto& body) {
    for (Index f = 0; f < k_fields; ++f) {
      for (Index row = 0; row < layout.ny * layout.nz; ++row) {
        body(answer.fields[static_cast<std::size_t>(f)].cells() + row * layout.stride(),
             N_VGetArrayPointer(y) + f * data.cells + row * layout.nx);
      }
    }
  };
  each_row([&](double* padded, double* packed) { std::copy_n(padded, layout.nx, packed); });
  void* cvode = CVodeCreate(CV_BDF, context);
  must_work(CVodeInit(cvode, rates, 0, y), "start");
  must_work(CVodeSStolerances(cvode, rtol, 0.1 * rtol), "tolerances");
  must_work(CVodeSetUserData(cvode, &data), "data");
  must_work(CVodeSetMaxNumSteps(cvode, 1000000), "steps");
  SUNLinearSolver solver = SUNLinSol_SPGMR(y, SUN_PREC_LEFT, k_krylov, context);
  must_work(CVodeSetLinearSolver(cvode, solver, nullptr), "linear solver");
  must_work(CVodeSetPreconditioner(cvode, set_up, precondition), "preconditioner");
  double reached = 0;
  must_work(CVodeSetStopTime(cvode, time), "stop");
  must_work(CVode(cvode, time, y, &reached, CV_NORMAL), "solve");
  CVodeGetNumSteps(cvode, &answer.steps);
  CVodeGetNumLinIters(cvode, &answer.iterations);
  CVodeGetNumRhsEvals(cvode, &answer.rates);
  each_row([&](double* padded, double* packed) { std::copy_n(packed, layout.nx, padded); });
  CVodeFree(&cvode);
  SUNLinSolFree(solver);
  N_VDestroy(y);
  SUNContext_Free(&context);
  return answer;
}

}  // namespace percuta::benchmark
