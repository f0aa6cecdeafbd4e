// hypre's structured solvers: PFMG (AshbyFalgout1996) and SMG (Schaffer1998) as preconditioners.
#include <HYPRE_struct_ls.h>

#include "hypre_rows.hpp"

namespace percuta::benchmark {
namespace {

using Corner = std::array<HYPRE_Int, 3>;

/// x, y, z in the order of hypre's axes.
Corner in_order(const HypreChoice& choice, Index x, Index y, Index z) {
  const auto i = static_cast<HYPRE_Int>(x), j = static_cast<HYPRE_Int>(y), k = static_cast<HYPRE_Int>(z);
  return choice.is_turned ? Corner{i, k, j} : Corner{i, j, k};
}

/// Calls body(i, j, k) for the cells of a box as hypre stores them: its first axis fastest.
template <class Body>
void for_each_of_box(const HypreChoice& choice, const HypreSlabs& slabs, const numerics::Layout& layout,
                     const Body& body) {
  if (choice.is_turned) {
    for (Index j = slabs.first; j < slabs.last; ++j) {
      for (Index k = 0; k < layout.nz; ++k) {
        for (Index i = 0; i < layout.nx; ++i) body(i, j, k);
      }
    }
    return;
  }
  for (Index k = 0; k < layout.nz; ++k) {
    for (Index j = slabs.first; j < slabs.last; ++j) {
      for (Index i = 0; i < layout.nx; ++i) body(i, j, k);
    }
  }
}

/// Grid, matrix and vectors of this rank, alive as long as this is.
class StructSystem {
 public:
  StructSystem(const HypreSystem& system, const HypreChoice& choice)
      : system_(system), choice_(choice), layout_(system.matrix.layout()), slabs_(hypre_slabs(system)) {
    low_ = in_order(choice, 0, slabs_.first, 0);
    high_ = in_order(choice, layout_.nx - 1, slabs_.last - 1, layout_.nz - 1);
    make_grid();
    make_matrix();
    make_vectors();
  }
  StructSystem(const StructSystem&) = delete;
  StructSystem& operator=(const StructSystem&) = delete;
  ~StructSystem() {
    HYPRE_StructVectorDestroy(u);
    HYPRE_StructVectorDestroy(f);
    HYPRE_StructMatrixDestroy(a);
    HYPRE_StructStencilDestroy(stencil_);
    HYPRE_StructGridDestroy(grid_);
  }

  void take_solution(Field& field) {
    std::vector<double> box(cells()), ours(cells());
    HYPRE_StructVectorGetBoxValues(u, low_.data(), high_.data(), box.data());
    auto value = box.begin();
    for_each_of_box(choice_, slabs_, layout_, [&](Index i, Index j, Index k) {
      ours[static_cast<std::size_t>(((j - slabs_.first) * layout_.nz + k) * layout_.nx + i)] = *value++;
    });
    gather_slabs(system_, ours, field);
  }

  HYPRE_StructMatrix a = nullptr;
  HYPRE_StructVector f = nullptr, u = nullptr;

 private:
  std::size_t cells() const { return static_cast<std::size_t>((slabs_.last - slabs_.first) * layout_.nx * layout_.nz); }

  void make_grid() {
    HYPRE_StructGridCreate(system_.ranks, 3, &grid_);
    HYPRE_StructGridSetExtents(grid_, low_.data(), high_.data());
    Corner period = in_order(choice_, layout_.wraps_x() ? layout_.nx : 0, layout_.wraps_y() ? layout_.ny : 0, 0);
    HYPRE_StructGridSetPeriodic(grid_, period.data());
    HYPRE_StructGridAssemble(grid_);
  }

  /// The diagonal and the faces toward -x, -y, -z; hypre knows that the others are the same.
  void make_matrix() {
    HYPRE_StructStencilCreate(3, 4, &stencil_);
    std::array<Corner, 4> entries = {Corner{0, 0, 0}, in_order(choice_, -1, 0, 0), in_order(choice_, 0, -1, 0),
                                     in_order(choice_, 0, 0, -1)};
    for (HYPRE_Int each = 0; each < 4; ++each) {
      HYPRE_StructStencilSetElement(stencil_, each, entries[static_cast<std::size_t>(each)].data());
    }
    HYPRE_StructMatrixCreate(system_.ranks, grid_, stencil_, &a);
    HYPRE_StructMatrixSetSymmetric(a, 1);
    HYPRE_StructMatrixInitialize(a);
    std::vector<double> values;
    values.reserve(4 * cells());
    for_each_of_box(choice_, slabs_, layout_, [&](Index i, Index j, Index k) {
      const HypreRow row = hypre_row(system_, i, j, k);
      values.insert(values.end(), {row.diagonal, -row.faces[0], -row.faces[2], -row.faces[4]});
    });
    std::array<HYPRE_Int, 4> all = {0, 1, 2, 3};
    HYPRE_StructMatrixSetBoxValues(a, low_.data(), high_.data(), 4, all.data(), values.data());
    HYPRE_StructMatrixAssemble(a);
  }

  void make_vectors() {
    std::vector<double> values;
    values.reserve(cells());
    for_each_of_box(choice_, slabs_, layout_, [&](Index i, Index j, Index k) { values.push_back(system_.f(i, j, k)); });
    for (HYPRE_StructVector* vector : {&f, &u}) {
      HYPRE_StructVectorCreate(system_.ranks, grid_, vector);
      HYPRE_StructVectorInitialize(*vector);
      HYPRE_StructVectorSetBoxValues(*vector, low_.data(), high_.data(), values.data());
      HYPRE_StructVectorAssemble(*vector);
    }
    HYPRE_StructVectorSetConstantValues(u, 0);
  }

  const HypreSystem& system_;
  const HypreChoice& choice_;
  const numerics::Layout& layout_;
  HypreSlabs slabs_;
  Corner low_{}, high_{};
  HYPRE_StructGrid grid_ = nullptr;
  HYPRE_StructStencil stencil_ = nullptr;
};

HYPRE_StructSolver make_pfmg(const HypreSystem& system, const HypreChoice& choice) {
  HYPRE_StructSolver cycle = nullptr;
  HYPRE_StructPFMGCreate(system.ranks, &cycle);
  HYPRE_StructPFMGSetMaxIter(cycle, 1);
  HYPRE_StructPFMGSetTol(cycle, 0);
  HYPRE_StructPFMGSetZeroGuess(cycle);
  HYPRE_StructPFMGSetRelaxType(cycle, choice.relax);
  HYPRE_StructPFMGSetSkipRelax(cycle, choice.is_lean ? 1 : 0);
  HYPRE_StructPFMGSetNumPreRelax(cycle, 1);
  HYPRE_StructPFMGSetNumPostRelax(cycle, 1);
  return cycle;
}

HYPRE_StructSolver make_smg(const HypreSystem& system) {
  HYPRE_StructSolver cycle = nullptr;
  HYPRE_StructSMGCreate(system.ranks, &cycle);
  HYPRE_StructSMGSetMaxIter(cycle, 1);
  HYPRE_StructSMGSetTol(cycle, 0);
  HYPRE_StructSMGSetZeroGuess(cycle);
  HYPRE_StructSMGSetNumPreRelax(cycle, 1);
  HYPRE_StructSMGSetNumPostRelax(cycle, 1);
  return cycle;
}

HYPRE_StructSolver make_gradients(const HypreSystem& system) {
  HYPRE_StructSolver solver = nullptr;
  HYPRE_StructPCGCreate(system.ranks, &solver);
  HYPRE_StructPCGSetTol(solver, system.tolerance);
  HYPRE_StructPCGSetTwoNorm(solver, 1);
  HYPRE_StructPCGSetMaxIter(solver, k_most_iterations);
  return solver;
}

}  // namespace

HypreReport solve_by_struct(const HypreSystem& system, const HypreChoice& choice, Field& u) {
  StructSystem held(system, choice);
  const bool is_smg = choice.method == HypreMethod::smg;
  const HYPRE_StructSolver cycle = is_smg ? make_smg(system) : make_pfmg(system, choice);
  const HYPRE_StructSolver solver = make_gradients(system);
  if (is_smg) {
    HYPRE_StructPCGSetPrecond(solver, HYPRE_StructSMGSolve, HYPRE_StructSMGSetup, cycle);
  } else {
    HYPRE_StructPCGSetPrecond(solver, HYPRE_StructPFMGSolve, HYPRE_StructPFMGSetup, cycle);
  }
  const HypreGradients<HYPRE_StructSolver, HYPRE_StructMatrix, HYPRE_StructVector> gradients{
      HYPRE_StructPCGSetup, HYPRE_StructPCGSolve, HYPRE_StructPCGGetNumIterations,
      HYPRE_StructPCGGetFinalRelativeResidualNorm};
  const HypreRun run = run_gradients(system.ranks, gradients, solver, held);
  held.take_solution(u);
  HYPRE_StructPCGDestroy(solver);
  is_smg ? HYPRE_StructSMGDestroy(cycle) : HYPRE_StructPFMGDestroy(cycle);
  must_have_converged(system, choice, run.residual);
  return run.report;
}

}  // namespace percuta::benchmark
