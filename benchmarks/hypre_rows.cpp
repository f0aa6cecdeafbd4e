#include "hypre_rows.hpp"

#include <HYPRE_utilities.h>

#include <stdexcept>

namespace percuta::benchmark {

HypreRow hypre_row(const HypreSystem& system, Index i, Index j, Index k) {
  const Transmissibilities& a = system.matrix;
  const numerics::Layout& layout = a.layout();
  const Index cell = layout.at(i, j, k);
  const auto face = [](const float* faces, Index at) { return static_cast<double>(faces[at]); };
  HypreRow row;
  row.faces = {face(a.tx(), cell), face(a.tx(), cell + 1),
               face(a.ty(), cell), face(a.ty(), cell + layout.slab()),
               face(a.tz(), cell), k + 1 < layout.nz ? face(a.tz(), cell + layout.stride()) : 0};
  row.diagonal = face(a.sink(), cell) + system.shift * a.mass_scale() / a.scale() * face(a.mass(), cell);
  for (const double conductance : row.faces) row.diagonal += conductance;
  return row;
}

HypreSlabs hypre_slabs(const HypreSystem& system) {
  int rank = 0, ranks = 1;
  MPI_Comm_rank(system.ranks, &rank);
  MPI_Comm_size(system.ranks, &ranks);
  const Index ny = system.matrix.layout().ny;
  return {ny * rank / ranks, ny * (rank + 1) / ranks};
}

void must_have_converged(const HypreSystem& system, const HypreChoice& choice, double residual) {
  const HYPRE_Int error = HYPRE_GetError();
  HYPRE_ClearAllErrors();
  if (error == 0 && residual <= system.tolerance) return;
  throw std::runtime_error("hypre's " + choice.name + " ended at a residual of " + std::to_string(residual) +
                           ", error " + std::to_string(error));
}

void gather_slabs(const HypreSystem& system, const std::vector<double>& values, Field& u) {
  int rank = 0, ranks = 1;
  MPI_Comm_rank(system.ranks, &rank);
  MPI_Comm_size(system.ranks, &ranks);
  const numerics::Layout& layout = u.layout();
  const Index slab = layout.nx * layout.nz;
  std::vector<int> counts, starts;
  for (int each = 0; each < ranks; ++each) {
    const Index first = layout.ny * each / ranks, last = layout.ny * (each + 1) / ranks;
    counts.push_back(static_cast<int>((last - first) * slab));
    starts.push_back(static_cast<int>(first * slab));
  }
  std::vector<double> all(rank == 0 ? static_cast<std::size_t>(layout.cells()) : 0);
  MPI_Gatherv(values.data(), counts[static_cast<std::size_t>(rank)], MPI_DOUBLE, all.data(), counts.data(),
              starts.data(), MPI_DOUBLE, 0, system.ranks);
  if (rank > 0) return;
  auto value = all.begin();
  for_each_cell(layout, [&](Index i, Index j, Index k) { u(i, j, k) = *value++; });
}

HypreReport solve_by_hypre(const HypreSystem& system, const HypreChoice& choice, Field& u) {
  return choice.method == HypreMethod::boomer ? solve_by_boomer(system, choice, u) : solve_by_struct(system, choice, u);
}

std::vector<HypreChoice> hypre_choices(HypreMethod method) {
  if (method == HypreMethod::pfmg) {
    return {{.method = method, .name = "PFMG Jacobi", .relax = 1},
            {.method = method, .name = "PFMG Jacobi skipping", .relax = 1, .is_lean = true},
            {.method = method, .name = "PFMG red-black", .relax = 2},
            {.method = method, .name = "PFMG red-black skipping", .relax = 2, .is_lean = true},
            {.method = method, .name = "PFMG red-black x z y", .relax = 2, .is_turned = true}};
  }
  if (method == HypreMethod::smg) {
    return {{.method = method, .name = "SMG"}, {.method = method, .name = "SMG x z y", .is_turned = true}};
  }
  std::vector<HypreChoice> all;
  for (const double strong : {0.25, 0.5}) {
    const std::string ending = strong < 0.3 ? " 0.25" : " 0.5";
    all.push_back({.method = method, .name = "BoomerAMG HMIS" + ending, .relax = 6, .coarsen = 10, .strong = strong});
    all.push_back({.method = method, .name = "BoomerAMG PMIS" + ending, .relax = 6, .coarsen = 8, .strong = strong});
    all.push_back({.method = method,
                   .name = "BoomerAMG HMIS aggressive" + ending,
                   .relax = 6,
                   .coarsen = 10,
                   .aggressive = 1,
                   .strong = strong});
    all.push_back(
        {.method = method, .name = "BoomerAMG HMIS l1" + ending, .relax = 8, .coarsen = 10, .strong = strong});
  }
  return all;
}

}  // namespace percuta::benchmark
