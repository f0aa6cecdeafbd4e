// Solves small problems with ours and with each of hypre's solvers and prints, one JSON object a line, how far apart
// they are: {"name": ..., "apart": greatest difference, of the greatest value}.
#include <cmath>
#include <cstdio>

#include "hypre_solve.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using namespace percuta::benchmark;

constexpr double k_tolerance = 1e-11;

struct Small {
  char which;
  Layout layout;
  double shift;  ///< [1/s]
};

double apart(const Field& ours, const Field& theirs) {
  double most = 0;
  for_each_cell(ours.layout(),
                [&](Index i, Index j, Index k) { most = std::max(most, std::abs(ours(i, j, k) - theirs(i, j, k))); });
  return most / std::max(std::abs(ours.least()), std::abs(ours.greatest()));
}

void compare(const Small& small) {
  const Grid grid(small.layout, k_side, k_side, skin_edges());
  const Transmissibilities matrix = problem(small.which, grid);
  Field f("f", "1", grid.layout()), ours("u", "1", grid.layout()), theirs("u", "1", grid.layout());
  matrix.load(nullptr, f);
  ColumnSolver solver(matrix, {.tolerance = k_tolerance});
  solver.set_shift(small.shift);
  solver.solve(f, ours);
  for (const HypreMethod method : {HypreMethod::pfmg, HypreMethod::smg, HypreMethod::boomer}) {
    const HypreChoice choice = hypre_choices(method).front();
    const HypreSystem system{.matrix = matrix, .shift = small.shift, .f = f, .tolerance = k_tolerance};
    solve_by_hypre(system, choice, theirs);
    std::printf("{\"name\": \"%c of %td x %td columns, shift %g, %s\", \"apart\": %.3g}\n", small.which,
                grid.layout().nx, grid.layout().ny, small.shift, choice.name.c_str(), apart(ours, theirs));
  }
}

}  // namespace

int main(int count, char** words) {
  MPI_Init(&count, &words);
  compare({'b', {13, 10, 0}, 0});
  compare({'c', {32, 32, 0, true, true}, 0});
  compare({'c', {19, 23, 0}, 0.1});
  compare({'d', {60, 41, 0}, 0});
  MPI_Finalize();
}
