// hypre's algebraic multigrid, BoomerAMG (HensonYang2002), as preconditioner.
#include <HYPRE.h>
#include <HYPRE_IJ_mv.h>
#include <HYPRE_krylov.h>
#include <HYPRE_parcsr_ls.h>

#include <numeric>

#include "hypre_rows.hpp"

namespace percuta::benchmark {
namespace {

/// Matrix and vectors of this rank; unknowns are numbered x fastest, then z, then y.
class SparseSystem {
 public:
  explicit SparseSystem(const HypreSystem& system)
      : system_(system), layout_(system.matrix.layout()), slabs_(hypre_slabs(system)) {
    rows_.resize(static_cast<std::size_t>((slabs_.last - slabs_.first) * layout_.nx * layout_.nz));
    std::iota(rows_.begin(), rows_.end(), number(0, slabs_.first, 0));
    make_matrix();
    std::vector<double> values;
    values.reserve(rows_.size());
    for_each([&](Index i, Index j, Index k) { values.push_back(system_.f(i, j, k)); });
    make_vector(f_, values);
    make_vector(u_, std::vector<double>(rows_.size(), 0));
    void* object = nullptr;
    HYPRE_IJMatrixGetObject(a_, &object);
    a = static_cast<HYPRE_ParCSRMatrix>(object);
    HYPRE_IJVectorGetObject(f_, &object);
    f = static_cast<HYPRE_ParVector>(object);
    HYPRE_IJVectorGetObject(u_, &object);
    u = static_cast<HYPRE_ParVector>(object);
  }
  SparseSystem(const SparseSystem&) = delete;
  SparseSystem& operator=(const SparseSystem&) = delete;
  ~SparseSystem() {
    HYPRE_IJVectorDestroy(u_);
    HYPRE_IJVectorDestroy(f_);
    HYPRE_IJMatrixDestroy(a_);
  }

  void take_solution(Field& field) {
    std::vector<double> values(rows_.size());
    HYPRE_IJVectorGetValues(u_, static_cast<HYPRE_Int>(rows_.size()), rows_.data(), values.data());
    gather_slabs(system_, values, field);
  }

  HYPRE_ParCSRMatrix a = nullptr;
  HYPRE_ParVector f = nullptr, u = nullptr;

 private:
  HYPRE_BigInt number(Index i, Index j, Index k) const {
    const auto within = [](Index at, Index n) { return at < 0 ? at + n : at < n ? at : at - n; };
    return static_cast<HYPRE_BigInt>((within(j, layout_.ny) * layout_.nz + k) * layout_.nx + within(i, layout_.nx));
  }

  template <class Body>
  void for_each(const Body& body) const {
    for (Index j = slabs_.first; j < slabs_.last; ++j) {
      for (Index k = 0; k < layout_.nz; ++k) {
        for (Index i = 0; i < layout_.nx; ++i) body(i, j, k);
      }
    }
  }

  void make_matrix() {
    HYPRE_IJMatrixCreate(system_.ranks, rows_.front(), rows_.back(), rows_.front(), rows_.back(), &a_);
    HYPRE_IJMatrixSetObjectType(a_, HYPRE_PARCSR);
    HYPRE_IJMatrixSetRowSizes(a_, std::vector<HYPRE_Int>(rows_.size(), 7).data());
    HYPRE_IJMatrixInitialize(a_);
    for_each([&](Index i, Index j, Index k) {
      const HypreRow row = hypre_row(system_, i, j, k);
      const std::array<std::array<Index, 3>, 6> beside = {
          {{i - 1, j, k}, {i + 1, j, k}, {i, j - 1, k}, {i, j + 1, k}, {i, j, k - 1}, {i, j, k + 1}}};
      std::array<HYPRE_BigInt, 7> columns{};
      std::array<double, 7> values{};
      HYPRE_Int n = 1;
      const HYPRE_BigInt own = columns[0] = number(i, j, k);
      values[0] = row.diagonal;
      for (std::size_t face = 0; face < 6; ++face) {
        if (!(row.faces[face] > 0)) continue;
        columns[static_cast<std::size_t>(n)] = number(beside[face][0], beside[face][1], beside[face][2]);
        values[static_cast<std::size_t>(n++)] = -row.faces[face];
      }
      HYPRE_IJMatrixSetValues(a_, 1, &n, &own, columns.data(), values.data());
    });
    HYPRE_IJMatrixAssemble(a_);
  }

  void make_vector(HYPRE_IJVector& vector, const std::vector<double>& values) {
    HYPRE_IJVectorCreate(system_.ranks, rows_.front(), rows_.back(), &vector);
    HYPRE_IJVectorSetObjectType(vector, HYPRE_PARCSR);
    HYPRE_IJVectorInitialize(vector);
    HYPRE_IJVectorSetValues(vector, static_cast<HYPRE_Int>(rows_.size()), rows_.data(), values.data());
    HYPRE_IJVectorAssemble(vector);
  }

  const HypreSystem& system_;
  const numerics::Layout& layout_;
  HypreSlabs slabs_;
  std::vector<HYPRE_BigInt> rows_;
  HYPRE_IJMatrix a_ = nullptr;
  HYPRE_IJVector f_ = nullptr, u_ = nullptr;
};

HYPRE_Solver make_cycle(const HypreChoice& choice) {
  HYPRE_Solver cycle = nullptr;
  HYPRE_BoomerAMGCreate(&cycle);
  HYPRE_BoomerAMGSetMaxIter(cycle, 1);
  HYPRE_BoomerAMGSetTol(cycle, 0);
  HYPRE_BoomerAMGSetCoarsenType(cycle, choice.coarsen);
  HYPRE_BoomerAMGSetInterpType(cycle, 6);  // extended + i
  HYPRE_BoomerAMGSetPMaxElmts(cycle, 4);
  HYPRE_BoomerAMGSetStrongThreshold(cycle, choice.strong);
  HYPRE_BoomerAMGSetAggNumLevels(cycle, choice.aggressive);
  HYPRE_BoomerAMGSetRelaxType(cycle, choice.relax);
  HYPRE_BoomerAMGSetNumSweeps(cycle, 1);
  return cycle;
}

}  // namespace

HypreReport solve_by_boomer(const HypreSystem& system, const HypreChoice& choice, Field& u) {
  SparseSystem held(system);
  const HYPRE_Solver cycle = make_cycle(choice);
  HYPRE_Solver solver = nullptr;
  HYPRE_ParCSRPCGCreate(system.ranks, &solver);
  HYPRE_PCGSetTol(solver, system.tolerance);
  HYPRE_PCGSetTwoNorm(solver, 1);
  HYPRE_PCGSetMaxIter(solver, k_most_iterations);
  HYPRE_ParCSRPCGSetPrecond(solver, HYPRE_BoomerAMGSolve, HYPRE_BoomerAMGSetup, cycle);
  const HypreGradients<HYPRE_Solver, HYPRE_ParCSRMatrix, HYPRE_ParVector> gradients{
      HYPRE_ParCSRPCGSetup, HYPRE_ParCSRPCGSolve, HYPRE_PCGGetNumIterations, HYPRE_PCGGetFinalRelativeResidualNorm};
  const HypreRun run = run_gradients(system.ranks, gradients, solver, held);
  held.take_solution(u);
  HYPRE_ParCSRPCGDestroy(solver);
  HYPRE_BoomerAMGDestroy(cycle);
  must_have_converged(system, choice, run.residual);
  return run.report;
}

}  // namespace percuta::benchmark
