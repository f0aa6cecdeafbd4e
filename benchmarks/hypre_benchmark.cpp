// The skin solver beside hypre on the same matrices, to 1e-8 of the right side from zero. Started by `mpirun -n 2`:
// hypre runs on one rank and on all, in each of hypre_choices(), and the fastest of a family on the smallest grid is
// what ours is timed against, turn by turn. Ours runs on the first rank with a thread a core while the others sleep.
// Arguments: columns per side (128 256 when left out).
#include <unistd.h>

#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "hypre_solve.hpp"
#include "measure.hpp"
#include "percuta/numerics/conjugate_gradients.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using namespace percuta::benchmark;

constexpr int k_turns = 3;
constexpr Index k_screening_side = 64;
constexpr double k_wanted_alone = 7, k_wanted_with_setup = 12;  // times
constexpr double k_apart = 1e-5;

/// A problem with ours and hypre's solutions.
struct Case {
  char which;
  Grid grid;
  Transmissibilities matrix = problem(which, grid);
  Field f{"f", "1", grid.layout()}, ours{"u", "1", grid.layout()}, theirs{"u", "1", grid.layout()};
  double apart = 0;  ///< greatest difference between both so far, of the greatest value

  Case(char name, Index side) : which(name), grid({side, side, 0, true, true}, k_side, k_side, skin_edges()) {
    matrix.load(nullptr, f);
  }
  std::string name() const { return std::string(1, which) + " " + std::to_string(grid.layout().nx) + "^2"; }
};

struct Seconds {
  double setup = 0, solve = 0;
};

int rank_here() {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  return rank;
}

int ranks_here() {
  int ranks = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  return ranks;
}

/// A barrier that leaves the cores to whoever is still at work.
void wait_asleep() {
  MPI_Request request = MPI_REQUEST_NULL;
  MPI_Ibarrier(MPI_COMM_WORLD, &request);
  for (int done = 0; done == 0;) {
    MPI_Test(&request, &done, MPI_STATUS_IGNORE);
    if (done == 0) usleep(1000);
  }
}

Seconds run_ours(Case& on) {
  Seconds seconds;
  if (rank_here() == 0) {
    std::optional<ColumnSolver> solver;
    seconds.setup = median_seconds(1, [&] { solver.emplace(on.matrix, SolveSettings{.clone = best_clone()}, "u"); });
    on.ours.fill(0);
    seconds.solve = median_seconds(1, [&] { solver->solve(on.f, on.ours); });
  }
  wait_asleep();
  return seconds;
}

void compare(Case& on) {
  double apart = 0;
  for_each_cell(on.grid.layout(), [&](Index i, Index j, Index k) {
    apart = std::max(apart, std::abs(on.ours(i, j, k) - on.theirs(i, j, k)));
  });
  const double size = std::max(std::abs(on.ours.least()), std::abs(on.ours.greatest()));
  on.apart = std::max(on.apart, apart / size);
}

/// The same on every rank; none when hypre fails.
std::optional<HypreReport> run_hypre(Case& on, const HypreChoice& choice, bool on_all_ranks) {
  HypreSystem system{.matrix = on.matrix, .f = on.f};
  if (on_all_ranks) system.ranks = MPI_COMM_WORLD;
  std::array<double, 4> told = {0, 0, 0, 0};
  if (on_all_ranks || rank_here() == 0) {
    try {
      const HypreReport report = solve_by_hypre(system, choice, on.theirs);
      told = {report.setup_seconds, report.solve_seconds, static_cast<double>(report.iterations), 1};
    } catch (const std::runtime_error& error) {
      std::fprintf(stderr, "%s: %s\n", on.name().c_str(), error.what());
    }
  }
  wait_asleep();
  MPI_Bcast(told.data(), static_cast<int>(told.size()), MPI_DOUBLE, 0, MPI_COMM_WORLD);
  if (told[3] == 0) return std::nullopt;
  if (rank_here() == 0) compare(on);
  return HypreReport{told[0], told[1], static_cast<Index>(told[2])};
}

/// The choice of a family that needs the least time on one rank, with its set-up or without.
std::optional<HypreChoice> fastest_of(Case& on, HypreMethod method, bool counts_setup) {
  std::optional<HypreChoice> fastest;
  double least = HUGE_VAL;
  for (const HypreChoice& choice : hypre_choices(method)) {
    const std::optional<HypreReport> report = run_hypre(on, choice, false);
    if (!report) continue;
    const double seconds = report->solve_seconds + (counts_setup ? report->setup_seconds : 0);
    if (rank_here() == 0) {
      tell_progress(on.name() + ": hypre's " + choice.name + " took " + std::to_string(seconds) + " s, " +
                    std::to_string(report->iterations) + " iterations");
    }
    if (!(seconds < least)) continue;
    least = seconds;
    fastest = choice;
  }
  return fastest;
}

/// Turn by turn: ours, hypre on one rank, hypre on all. The faster of both stands beside ours.
void race(Case& on, const HypreChoice& choice, bool counts_setup, double wanted) {
  if (rank_here() == 0) tell_progress(on.name() + ": ours and hypre's " + choice.name + " in turn");
  std::vector<double> ours, alone, together;
  Index iterations = 0;
  for (int turn = 0; turn < k_turns; ++turn) {
    const Seconds mine = run_ours(on);
    ours.push_back(mine.solve + (counts_setup ? mine.setup : 0));
    for (const bool on_all_ranks : {false, true}) {
      if (on_all_ranks && ranks_here() == 1) continue;
      const std::optional<HypreReport> report = run_hypre(on, choice, on_all_ranks);
      if (!report) return;
      (on_all_ranks ? together : alone).push_back(report->solve_seconds + (counts_setup ? report->setup_seconds : 0));
      iterations = report->iterations;
    }
  }
  if (rank_here() > 0) return;
  const bool is_together = !together.empty() && median(together) < median(alone);
  const std::string beside = "hypre " + choice.name + ", " + std::to_string(iterations) + " iterations on " +
                             std::to_string(is_together ? ranks_here() : 1) + " of " + std::to_string(ranks_here()) +
                             " ranks";
  print_row((counts_setup ? "set-up and solve " : "solve ") + on.name(), median(ours), "s",
            median(is_together ? together : alone), beside, false, wanted);
}

void race_all(char which, const std::vector<Index>& sides) {
  Case small(which, k_screening_side);
  run_ours(small);
  const auto pfmg = fastest_of(small, HypreMethod::pfmg, false), smg = fastest_of(small, HypreMethod::smg, false),
             boomer = fastest_of(small, HypreMethod::boomer, false),
             whole = fastest_of(small, HypreMethod::boomer, true);
  for (const Index side : sides) {
    Case on(which, side);
    for (const auto& family : {pfmg, smg, boomer}) {
      if (family) race(on, *family, false, k_wanted_alone);
    }
    if (whole) race(on, *whole, true, k_wanted_with_setup);
    if (rank_here() == 0) {
      print_row("greatest difference of u " + on.name(), on.apart, "", k_apart, "what 1e-8 of the right side allows",
                false);
    }
  }
}

}  // namespace

int main(int count, char** words) {
  MPI_Init(&count, &words);
  std::vector<Index> sides = {128, 256};
  if (count > 1) sides.assign(1, std::atoi(words[1]));
  for (const char which : {'a', 'b', 'c', 'd'}) race_all(which, sides);
  MPI_Finalize();
}
