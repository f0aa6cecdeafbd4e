// The skin solver beside hypre on the same matrices, to 1e-8 of the right side from zero. Started by `mpirun -n 2`:
// hypre runs on one rank and on all, in each of hypre_choices(), and the fastest of a family on the smallest grid is
// what ours is timed against, turn by turn. Ours runs on the first rank with a thread a core while the others sleep.
// Arguments: columns per side (128 256 when left out), problems (abcd when left out).
#include <unistd.h>

#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "hypre_solve.hpp"
#include "measure.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using namespace percuta::benchmark;

constexpr int k_turns = 3;
constexpr int k_solves = 5;  // of ours a turn, which are short: their mean
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

Cost cost_of(const std::function<void()>& work) {
  const double processor = processor_seconds();
  const double wall = median_seconds(1, work);
  return {wall, processor_seconds() - processor};
}

HypreReport run_ours(Case& on) {
  HypreReport report;
  if (rank_here() == 0) {
    std::optional<ColumnSolver> solver;
    report.setup = cost_of([&] { solver.emplace(on.matrix, SolveSettings{.clone = best_clone()}, "u"); });
    for (int solve = 0; solve < k_solves; ++solve) {
      on.ours.fill(0);
      const Cost cost = cost_of([&] { report.iterations = solver->solve(on.f, on.ours).iterations; });
      report.solve.wall += cost.wall / k_solves;
      report.solve.processor += cost.processor / k_solves;
    }
  }
  wait_asleep();
  return report;
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
  std::array<double, 6> told{};
  if (on_all_ranks || rank_here() == 0) {
    try {
      const HypreReport report = solve_by_hypre(system, choice, on.theirs);
      told = {report.setup.wall,
              report.setup.processor,
              report.solve.wall,
              report.solve.processor,
              static_cast<double>(report.iterations),
              1};
    } catch (const std::runtime_error& error) {
      std::fprintf(stderr, "%s: %s\n", on.name().c_str(), error.what());
    }
  }
  wait_asleep();
  MPI_Bcast(told.data(), static_cast<int>(told.size()), MPI_DOUBLE, 0, MPI_COMM_WORLD);
  if (told[5] == 0) return std::nullopt;
  if (rank_here() == 0) compare(on);
  return HypreReport{{told[0], told[1]}, {told[2], told[3]}, static_cast<Index>(told[4])};
}

/// The choices of a family that need the least of a processor on one rank: for the solve alone, and with its set-up.
struct Fastest {
  std::optional<HypreChoice> alone, whole;
};

Fastest fastest_of(Case& on, HypreMethod method) {
  Fastest fastest;
  double least_alone = HUGE_VAL, least_whole = HUGE_VAL;
  for (const HypreChoice& choice : hypre_choices(method)) {
    const std::optional<HypreReport> report = run_hypre(on, choice, false);
    if (!report) continue;
    if (rank_here() == 0) {
      tell_progress(on.name() + ": hypre's " + choice.name + " took " + std::to_string(report->setup.processor) +
                    " s + " + std::to_string(report->solve.processor) + " s, " + std::to_string(report->iterations) +
                    " iterations");
    }
    const double alone = report->solve.processor, whole = (report->setup + report->solve).processor;
    if (alone < least_alone) fastest.alone = choice;
    if (whole < least_whole) fastest.whole = choice;
    least_alone = std::min(alone, least_alone);
    least_whole = std::min(whole, least_whole);
  }
  return fastest;
}

/// Costs of the turns of one contender.
struct Turns {
  std::vector<double> wall, processor;

  void add(const HypreReport& report, bool counts_setup) {
    const Cost cost = counts_setup ? report.setup + report.solve : report.solve;
    wall.push_back(cost.wall);
    processor.push_back(cost.processor);
  }
};

/// The faster of hypre on one rank and on all stands beside ours; processor time is that of one rank.
void print_race(const std::string& name, const Turns& ours, const Turns& alone, const Turns& together,
                const std::string& rival, double wanted) {
  const bool is_together = !together.wall.empty() && median(together.wall) < median(alone.wall);
  const std::string ranks = is_together ? ", " + std::to_string(ranks_here()) + " ranks" : ", 1 rank";
  print_row(name, median(ours.wall), "s", median(is_together ? together.wall : alone.wall), rival + ranks, false,
            wanted);
  print_row(name + ", processor", median(ours.processor), "s", median(alone.processor), rival + ", 1 rank", false,
            wanted);
}

/// Turn by turn: ours, hypre on one rank, hypre on all.
void race(Case& on, const HypreChoice& choice, bool counts_setup, double wanted) {
  if (rank_here() == 0) tell_progress(on.name() + ": ours and hypre's " + choice.name + " in turn");
  Turns ours, alone, together;
  std::string rival;
  for (int turn = 0; turn < k_turns; ++turn) {
    ours.add(run_ours(on), counts_setup);
    for (const bool on_all_ranks : {false, true}) {
      if (on_all_ranks && ranks_here() == 1) continue;
      const std::optional<HypreReport> report = run_hypre(on, choice, on_all_ranks);
      if (!report) return;
      (on_all_ranks ? together : alone).add(*report, counts_setup);
      rival = "hypre " + choice.name + ", " + std::to_string(report->iterations) + " it.";
    }
  }
  if (rank_here() > 0) return;
  print_race((counts_setup ? "set-up and solve " : "solve ") + on.name(), ours, alone, together, rival, wanted);
}

void race_all(char which, const std::vector<Index>& sides) {
  Case small(which, k_screening_side);
  run_ours(small);
  const Fastest pfmg = fastest_of(small, HypreMethod::pfmg), smg = fastest_of(small, HypreMethod::smg),
                boomer = fastest_of(small, HypreMethod::boomer);
  for (const Index side : sides) {
    Case on(which, side);
    for (const Fastest& family : {pfmg, smg, boomer}) {
      if (family.alone) race(on, *family.alone, false, k_wanted_alone);
    }
    if (boomer.whole) race(on, *boomer.whole, true, k_wanted_with_setup);
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
  for (const char which : std::string(count > 2 ? words[2] : "abcd")) race_all(which, sides);
  MPI_Finalize();
}
