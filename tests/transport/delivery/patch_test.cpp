#include "transport/delivery/patch.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <random>
#include <string>
#include <utility>

#include "percuta/numerics/operators/channel_cover.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"
#include "percuta/transport/delivery/site.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::k_day;
using tests::k_hour;
using tests::PatchCase;
using tests::Tracer;
using transport::Uptake;

namespace {

constexpr double k_radius = 35e-6, k_depth = 150e-6;  // of a hole [m]

class Patch {
 public:
  explicit Patch(const PatchCase& of)
      : case_(of),
        skin_(tests::patch_skin(of.side)),
        active_(tests::tracer(of.of)),
        rates_(tests::patch_rates(of.of)),
        strata_(transport::strata_of(of.film, thicknesses(), of.finer)),
        n_(static_cast<Index>(std::lround(of.side / of.cell))),
        grid_({n_, n_, 0, of.is_endless, of.is_endless}, of.side / static_cast<double>(n_),
              of.side / static_cast<double>(n_), strata_.edges) {
    const transport::Composition product = tests::watery();
    transport::Phase phase;
    phase.has_holes = true;
    phase.film = fresh_film(product, of.film * transport::k_product_density);
    substance_ = substance_of(active_, skin_, rates_, product, phase, {of.film, 0, true});
    for (const transport::Hole& hole : of.holes) cover_.push_back(cover_of(hole));
    part_ = Field("part", "1", grid_.layout());
    for (const Field& one : cover_) {
      for_each_cell(grid_.layout(),
                    [&](Index i, Index j, Index k) { part_(i, j, k) = 1 - (1 - part_(i, j, k)) * (1 - one(i, j, k)); });
    }
    fill_medium();
    matrix_ = Transmissibilities(grid_, medium_);
    resist_junction();
    if (of.open_share < 1) close_mouths();
  }

  Uptake walked() {
    Uptake uptake;
    uptake.times = transport::telling_times({});
    uptake.places = {"surface", "channels"};
    for (const skin::Layer& layer : skin_.layers) uptake.places.push_back(layer.name);
    uptake.places.insert(uptake.places.end(), {"blood", "converted", "washed"});
    transport::ActiveCourse& course = uptake.actives.emplace_back();
    course.name = "tracer";
    course.amount.resize(uptake.places.size());
    const double first = 0.01 * transport::k_product_density;  // [kg/m3]
    Field u("tracer", "kg/m3", grid_.layout());
    for_each_cell(grid_.layout(), [&](Index i, Index j, Index k) { u(i, j, k) = k < strata_.film ? first : 0; });
    TimeProblem problem;
    problem.matrix = &matrix_;
    TrBdf2 walk(problem, u, 0, {.rtol = 1e-3, .atol = 1e-6 * first, .first = 0.5},
                {.tolerance = 1e-4, .threads = 1, .clone = best_clone()});
    for (const double time : uptake.times) {
      if (time > 0) walk.advance(time);
      tell(walk.value(), time > 0 ? -walk.ledger().amount("sink") : 0, course);
    }
    course.intact = course.amount;
    return uptake;
  }
  Index cells() const { return grid_.layout().cells(); }

 private:
  std::vector<double> thicknesses() const {
    std::vector<double> all;
    for (const skin::Layer& layer : skin_.layers) all.push_back(layer.thickness());
    return all;
  }
  Field cover_of(const transport::Hole& hole) const {
    Field cover("cover", "1", grid_.layout());
    add_channel(grid_, {hole.x, hole.y, strata_.surface() + hole.depth, [&](double) { return hole.radius; }}, cover);
    for_each_cell(grid_.layout(), [&](Index i, Index j, Index k) {
      if (k < strata_.film) cover(i, j, k) = 0;
    });
    return cover;
  }
  const transport::LayerProperties& layer(Index k) const { return substance_.layers[strata_.layer_of(k)]; }
  void fill_medium();
  void resist_junction();
  void close_mouths();
  Field lacking(Transmissibilities matrix) const;
  void tell(const Field& u, double blood, transport::ActiveCourse& course) const;

  PatchCase case_;
  skin::Skin skin_;
  transport::Active active_;
  transport::Rates rates_;
  transport::Strata strata_;
  Index n_;
  Grid grid_;
  transport::Substance substance_;
  std::vector<Field> cover_;  ///< of each hole
  Field part_;                ///< of all
  Medium medium_;
  Transmissibilities matrix_;
};

void Patch::fill_medium() {
  const Layout& layout = grid_.layout();
  medium_.conductivity = Field("D K", "m2/s", layout);
  medium_.capacity = Field("K", "1", layout);
  medium_.sink = Field("clearance", "1/s", layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k < strata_.film) {
      medium_.conductivity(i, j, k) = substance_.film_conductivity;
      (*medium_.capacity)(i, j, k) = substance_.film_capacity;
      return;
    }
    const double part = part_(i, j, k), rest = 1 - part;
    medium_.conductivity(i, j, k) =
        part * substance_.hole_conductivity + rest * layer(k).diffusivity * layer(k).partition;
    (*medium_.capacity)(i, j, k) = part * substance_.hole_capacity + rest * layer(k).partition;
    (*medium_.sink)(i, j, k) = rest * layer(k).partition * layer(k).clearance;
  });
}

void Patch::resist_junction() {
  const Index k = strata_.first[2];
  const double resistance = layer(k).resistance, area = grid_.dx() * grid_.dy();
  for (Index j = 0; j < n_; ++j) {
    for (Index i = 0; i < n_; ++i) {
      const double open = matrix_.conductance(Axis::z, i, j, k), rest = 1 - part_(i, j, k);
      if (!(rest > 0)) continue;
      matrix_.set_conductance(Axis::z, i, j, k,
                              (1 - rest) * open + 1 / (1 / (rest * open) + resistance / (rest * area)));
    }
  }
}

/// Under a film held at 1, how far the steady field lies below it.
Field Patch::lacking(Transmissibilities matrix) const {
  const Layout& layout = grid_.layout();
  Field taken("taken", "m3/s", layout), f("f", "1", layout), lack("lack", "1", layout);
  std::vector<Held> held;
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (k < strata_.film) {
      held.push_back({layout.at(i, j, k), 0, 0});
    } else {
      taken(i, j, k) = (*medium_.sink)(i, j, k) * grid_.volume(k);
    }
  });
  matrix.hold(held);
  matrix.load(&taken, f);
  ColumnSolver(matrix, {.tolerance = 1e-5, .threads = 1, .clone = best_clone()}).solve(f, lack);
  return lack;
}

/// A resistance in each mouth, so that what its hole adds at rest falls to the share.
void Patch::close_mouths() {
  const Index k = strata_.film;
  const double area = grid_.dx() * grid_.dy(), film = 0.5 * grid_.dz(k - 1) / substance_.film_conductivity;
  const double beside = film + 0.5 * grid_.dz(k) / (layer(k).diffusivity * layer(k).partition);
  const auto mouth = [&](Index i, Index j) {  // of the part of a face that is hole
    return matrix_.conductance(Axis::z, i, j, k) - (1 - part_(i, j, k)) * area / beside;
  };
  Transmissibilities shut = matrix_;
  for (Index j = 0; j < n_; ++j) {
    for (Index i = 0; i < n_; ++i) {
      if (part_(i, j, k) > 0) shut.set_conductance(Axis::z, i, j, k, (1 - part_(i, j, k)) * area / beside);
    }
  }
  const Field with = lacking(matrix_), without = lacking(shut);
  Transmissibilities closed = matrix_;
  for (const Field& hole : cover_) {
    double flow = 0, drop = 0;
    for (Index j = 0; j < n_; ++j) {
      for (Index i = 0; i < n_; ++i) {
        if (!(hole(i, j, k) > 0)) continue;
        flow += mouth(i, j) * with(i, j, k);
        drop += hole(i, j, k) * area * without(i, j, k);
      }
    }
    const double resistance = drop / flow * (1 / case_.open_share - 1);
    for (Index j = 0; j < n_; ++j) {
      for (Index i = 0; i < n_; ++i) {
        const double part = hole(i, j, k);
        if (!(part > 0)) continue;
        const double through = 1 / (1 / mouth(i, j) + resistance / (part * area));
        closed.set_conductance(Axis::z, i, j, k, through + (1 - part_(i, j, k)) * area / beside);
      }
    }
  }
  matrix_ = closed;
}

void Patch::tell(const Field& u, double blood, transport::ActiveCourse& course) const {
  const double whole = case_.side * case_.side;
  std::vector<double> now(course.amount.size(), 0.0);
  for_each_cell(grid_.layout(), [&](Index i, Index j, Index k) {
    const double volume = grid_.volume(k) / whole, value = u(i, j, k), part = part_(i, j, k);
    if (k < strata_.film) {
      now[0] += substance_.film_capacity * value * volume;
      return;
    }
    now[1] += part * substance_.hole_capacity * value * volume;
    now[2 + strata_.layer_of(k)] += (1 - part) * layer(k).partition * value * volume;
  });
  now[now.size() - 3] = blood / whole;
  for (std::size_t place = 0; place < now.size(); ++place) course.amount[place].push_back(now[place]);
  course.closed.push_back(0);
}

/// A quarter of the cell of a square lattice: its hole in the corner.
std::vector<transport::Hole> corner() {
  return {{0, 0, k_radius, k_depth}};
}

/// As a roller leaves them: anywhere, but apart; the squares go on.
std::vector<transport::Hole> scattered(int n, double side, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<> place(0, side);
  const auto across = [&](double way) { return std::min(std::abs(way), side - std::abs(way)); };
  std::vector<transport::Hole> holes;
  while (static_cast<int>(holes.size()) < n) {
    const transport::Hole hole{place(random), place(random), k_radius, k_depth};
    const bool is_apart = std::all_of(holes.begin(), holes.end(), [&](const transport::Hole& other) {
      return std::hypot(across(hole.x - other.x), across(hole.y - other.y)) > 3 * k_radius;
    });
    if (is_apart) holes.push_back(hole);
  }
  return holes;
}

/// The square and so many like it each way.
std::vector<transport::Hole> tiled(const PatchCase& patch, int times) {
  std::vector<transport::Hole> holes;
  for (int n = 0; n < times * times; ++n) {
    for (transport::Hole hole : patch.holes) {
      hole.x += patch.side * (n % times);
      hole.y += patch.side * (n / times);
      holes.push_back(hole);
    }
  }
  return holes;
}

Uptake by_rings(const PatchCase& patch) {
  constexpr int tiles = 5;
  const double side = patch.side * (patch.is_endless ? tiles : 2);
  std::vector<transport::Hole> holes = tiled(patch, patch.is_endless ? tiles : 1);
  if (!patch.is_endless) holes.front().x = holes.front().y = patch.side;  // of a quarter the whole
  transport::Treatment treatment = tests::film_of(patch.film, tests::tracer(patch.of));
  transport::DeliveryPlan plan;
  plan.finer = patch.finer;
  return transport::deliver(holes, tests::patch_skin(side), tests::lasting(patch.open_share), treatment,
                            tests::patch_rates(patch.of), plan);
}

/// Uptake after a while [kg/m2] and lag [s].
struct Told {
  double hour = 0, day = 0, lag = 0;
};
Told told(const Uptake& uptake) {
  const std::vector<double> sum = taken_up(uptake, uptake.actives[0].amount);
  Told made{tests::at(uptake, sum, k_hour), tests::at(uptake, sum, k_day), 0};
  for (const ResultOf<Uptake>& one : transport::results({"tracer"}, {0})) {
    if (one.column.name != "tracer.lag") continue;
    std::vector<double> row;
    one.append(uptake, row);
    made.lag = row.front();
  }
  return made;
}

const Tracer k_quick{.diffusivity = 2e-10, .permeability = 1.2e-9, .clearance = 2e-4},
    k_slow{.diffusivity = 5e-12, .permeability = 1e-11, .clearance = 2e-5};

struct Pattern {
  double per_cm2 = 0;
  int scattered = 0;  ///< 0 = a lattice
  double cell = 5e-6;
};

PatchCase case_of(const Pattern& pattern, const Tracer& of, double film, double share) {
  const double own = 1e-4 / pattern.per_cm2;
  PatchCase patch{.cell = pattern.cell, .of = of, .film = film, .open_share = share};
  patch.is_endless = pattern.scattered > 0;
  patch.side = pattern.scattered > 0 ? std::sqrt(pattern.scattered * own) : 0.5 * std::sqrt(own);
  patch.holes = pattern.scattered > 0 ? scattered(pattern.scattered, patch.side, 1) : corner();
  return patch;
}

/// Rings over resolved, and a line of the table in docs/theory/transport.md.
void compare(const Pattern& pattern, const Tracer& of, double film, double share) {
  constexpr double within = 0.15;
  const PatchCase patch = case_of(pattern, of, film, share);
  std::ptrdiff_t cells = 0;
  const Told exact = told(tests::resolved(patch, &cells)), found = told(by_rings(patch));
  const double hour = found.hour / exact.hour - 1, day = found.day / exact.day - 1;
  const double lag = (found.lag - exact.lag) / std::max(exact.lag, 0.25 * k_hour);
  const std::string line = fmt::format("| {} | {} | {:.0e} | {} | {} | {:+.1f} | {:+.1f} | {:+.1f} |", pattern.per_cm2,
                                       pattern.scattered > 0 ? "rolled" : "lattice", of.diffusivity,
                                       film > 1e-3 ? "endless" : fmt::format("{:.0f} um", 1e6 * film),
                                       share == 1 ? "open" : "half", 100 * hour, 100 * day, 100 * lag);
  if (std::getenv("PERCUTA_LONG") != nullptr) MESSAGE(line);
  CAPTURE(line);
  CAPTURE(cells);
  CHECK(std::abs(hour) < within);
  CHECK(std::abs(day) < within);
  CHECK(std::abs(lag) < within);
}

constexpr double k_endless = 5e-3;

}  // namespace

namespace percuta::tests {

Uptake resolved(const PatchCase& patch, std::ptrdiff_t* cells) {
  Patch made(patch);
  if (cells != nullptr) *cells = made.cells();
  return made.walked();
}

transport::Rates patch_rates(const Tracer& of) {
  return plain_rates(of);
}

}  // namespace percuta::tests

TEST_CASE("[law] ring cells take up what channels resolved in three dimensions do, as fast") {
  compare({.per_cm2 = 400, .cell = 7e-6}, k_quick, k_endless, 1);
  compare({.per_cm2 = 400, .cell = 7e-6}, k_slow, 20e-6, 0.5);
}

TEST_CASE("[law] so they do at any density, in a lattice and as rolled, quick and slow, from thick films and thin") {
  if (std::getenv("PERCUTA_LONG") == nullptr) return;
  for (const Pattern& pattern :
       {Pattern{400, 0, 7e-6}, {400, 4, 10e-6}, {100, 0, 10e-6}, {100, 3, 10e-6}, {25, 0, 14e-6}, {25, 2, 14e-6}}) {
    for (const Tracer& of : {k_quick, k_slow}) {
      for (const double film : {k_endless, 20e-6, 3e-6}) {
        for (const double share : {1.0, 0.5}) compare(pattern, of, film, share);
      }
    }
  }
}
