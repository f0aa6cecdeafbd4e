// What gets in through holes: an ensemble's cost at map scale, a product of one active and one of a chain; and a day of
// a patch with every hole resolved, one member, with the error of its grid and of its steps.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "measure.hpp"
#include "percuta/base/ensemble.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/closure/closure.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/transport/delivery/film.hpp"
#include "percuta/transport/delivery/patch_run.hpp"
#include "percuta/transport/delivery/uptake.hpp"
#include "percuta/transport/delivery/walk.hpp"
#include "percuta/transport/layers.hpp"

namespace {

using namespace percuta;

constexpr std::uint32_t k_members = 32;
constexpr double k_cores = 2, k_target = 6;           // [s] of an active and its intact twin, all members
constexpr double k_area = 10e-4, k_per_area = 150e4;  // of the window, of holes on it
constexpr double k_radius = 25e-6, k_depth = 150e-6;  // of a hole, in the middle
constexpr double k_amount = 2e-2, k_apply = 120;      // of the product

const std::string k_data = std::string(PERCUTA_SOURCE_DIR) + "/data/";

template <class Struct>
Struct shipped(const std::string& file) {
  return read_struct<Struct>(read_document(k_data + file), nullptr, Units());
}

/// A product on a cheek after a roller.
struct Session {
  skin::Skin skin;
  std::vector<transport::Hole> holes;
  closure::Clocks clocks;
  transport::Treatment treatment;
  transport::Rates rates = shipped<transport::Rates>("transport.toml");

  explicit Session(const std::string& product, double cover = 0) {
    skin::Person person;
    person.age = certain(40.0 * 365 * 86400);
    person.sex = "female";
    person.phototype = 3;
    skin = skin::build(shipped<skin::SiteData>("skin/sites/cheek.toml"),
                       shipped<skin::Mechanics>("skin/mechanics.toml"), person, k_area);
    const numerics::Box box = numerics::bounding_box(skin.window);
    std::mt19937 random(1);
    std::uniform_real_distribution<> x(box.low.x, box.high.x), y(box.low.y, box.high.y), spread(0.6, 1.4);
    while (static_cast<double>(holes.size()) < k_per_area * k_area) {
      const transport::Hole hole{x(random), y(random), k_radius * spread(random), k_depth * spread(random)};
      if (numerics::contains(skin.window, {hole.x, hole.y})) holes.push_back(hole);
    }
    clocks = closure::close({2 * k_radius, k_depth, k_per_area}, skin, person, {0, cover, 0, 0},
                            shipped<closure::Rates>("closure.toml"));
    Node file = read_document(k_data + "products/" + product + ".toml");
    for (const char* key : {"title", "setting", "contains", "refuse_with"}) file = without(std::move(file), key);
    treatment.composition = read_struct<transport::Composition>(file, nullptr, Units());
    treatment.application = {.amount = k_amount, .apply = k_apply, .cover = cover};
    for (const std::string& name : DataFolder({k_data}).names("actives")) {
      treatment.actives.push_back({name, shipped<transport::Active>("actives/" + name + ".toml")});
    }
  }

  /// With its own draw of the rates.
  void deliver(std::uint32_t member) const {
    transport::Rates drawn = rates;
    draw([&](Visitor& visitor) { describe(drawn, visitor); }, {7, member, k_members}, "transport.");
    transport::deliver(holes, skin, clocks, treatment, drawn, {});
  }
};

void time_product(const std::string& name, const std::string& product, double target) {
  const Session session(product);
  benchmark::tell_progress(name);
  const double before = benchmark::processor_seconds();
  const double wall = benchmark::median_seconds(1, [&] {
    numerics::parallel_for(k_members, 0, [&](std::size_t n) { session.deliver(static_cast<std::uint32_t>(n)); });
  });
  const double spent = benchmark::processor_seconds() - before;
  benchmark::print_row(name + ", 10 cm2, 32 members: processor time over two cores", spent / k_cores, "s", target,
                       "target", false);
  benchmark::print_row(name + ", the same on all cores", wall, "s", target, "target", false);
}

/// Holes 70 um wide, apart from each other and from the sides of a square in the middle of the window.
std::vector<transport::Hole> holes_in(const skin::Skin& skin, double side, int count) {
  constexpr double k_wide = 35e-6, k_apart = 4 * k_wide;
  const numerics::Box box = numerics::bounding_box(skin.window);
  const double left = 0.5 * (box.low.x + box.high.x - side), low = 0.5 * (box.low.y + box.high.y - side);
  std::mt19937 random(1);
  std::uniform_real_distribution<> place(k_apart, side - k_apart), spread(0.8, 1.2);
  std::vector<transport::Hole> holes;
  while (static_cast<int>(holes.size()) < count) {
    const transport::Hole hole{left + place(random), low + place(random), k_wide * spread(random),
                               k_depth * spread(random)};
    const bool is_apart = std::all_of(holes.begin(), holes.end(), [&](const transport::Hole& other) {
      return std::hypot(hole.x - other.x, hole.y - other.y) > k_apart;
    });
    if (is_apart) holes.push_back(hole);
  }
  return holes;
}

/// Past the stratum corneum after ten minutes, an hour and a day [mol].
std::array<double, 3> taken(const Session& session, const transport::PatchPlan& plan, int threads, double stricter) {
  const transport::Treatment& treatment = session.treatment;
  const std::vector<transport::NamedActive> chain = transport::chain_of("ascorbic-acid", treatment.actives);
  numerics::SolveSettings solve = transport::k_patch_solve;
  solve.threads = threads;
  solve.clone = numerics::best_clone();
  const transport::PatchCells cells(
      transport::strata_of(transport::film_thickness(k_amount), transport::passed_thicknesses(session.skin), 1), plan,
      transport::holes_of_patch(plan, session.skin, session.holes), solve);
  const std::vector<double> times = {0, 600, 3600, 86400};
  const double closed = std::max(session.clocks.pore_time, session.clocks.barrier_time);
  const double strength =
      transport::concentration(treatment.composition.active.front()) / chain.front().active.molar_mass;
  const std::vector<transport::LinkCourse> walked =
      transport::walk(cells, chain,
                      transport::phases(treatment.composition, treatment.application, session.rates.surface.left_over,
                                        closed, k_apply + times.back()),
                      {session.skin, session.clocks, treatment, session.rates, strength, stricter}, times);
  std::array<double, 3> at{};
  const auto& amount = walked.front().amount;  // surface, holes and stratum corneum come first, what is washed off last
  for (std::size_t place = 3; place + 1 < amount.size(); ++place) {
    for (std::size_t i = 0; i < at.size(); ++i) at.at(i) += amount[place][i + 1];
  }
  return at;
}

double farthest(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a.at(i) / b.at(i) - 1));
  return most;
}

/// A day of so many holes on as many cells as that side makes of 20 um.
void time_patch(const std::string& name, double cover, int threads, double held) {
  constexpr double k_wanted_seconds = 25, k_wanted_bytes = 250, k_side = 3.4e-3, k_cell = 20e-6;
  Session session("vitamin-c-15", cover);
  session.holes = holes_in(session.skin, k_side, 25);
  const transport::PatchPlan plan{k_side, k_cell};
  const double cells = transport::patch_cells(plan, session.skin, k_amount);
  benchmark::tell_progress(name);
  const double before = benchmark::processor_seconds();
  const double wall = benchmark::median_seconds(1, [&] { taken(session, plan, threads, 1); });
  const double spent = benchmark::processor_seconds() - before;
  const std::string what = name + ", 25 closing holes, 24 h, one member";
  benchmark::print_row(what + ": cells", cells, "1", 1e6, "wanted", true);
  benchmark::print_row(what + ": as the clock tells it", wall, "s", k_wanted_seconds, "target", false);
  benchmark::print_row(what + ": processor time over two cores", spent / k_cores, "s", k_wanted_seconds, "target",
                       false);
  benchmark::print_row(what + ": memory that it adds", (benchmark::peak_bytes() - held) / cells, "B/cell",
                       k_wanted_bytes, "target", false);
}

/// Four holes on a twentieth of the cells: against a quarter of the cells' width, and against short steps.
void weigh_patch(const std::string& name, double cover, int threads) {
  constexpr double k_grid = 0.05, k_time = 0.01, k_side = 0.8e-3, k_cell = 20e-6;
  Session session("vitamin-c-15", cover);
  session.holes = holes_in(session.skin, k_side, 4);
  const auto taken_with = [&](double cell, double stricter) {
    return taken(session, {k_side, cell}, threads, stricter);
  };
  benchmark::tell_progress(name + ": errors");
  const std::array<double, 3> usual = taken_with(k_cell, 1);
  benchmark::print_row(name + ", 4 holes: uptake at 10 min, 1 h, 24 h against half the cell",
                       farthest(usual, taken_with(k_cell / 2, 1)), "1", k_grid, "limit", false);
  benchmark::print_row(name + ", 4 holes: uptake at 10 min, 1 h, 24 h against a hundredth of the tolerance",
                       farthest(usual, taken_with(k_cell, 100)), "1", k_time, "limit", false);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr double k_day = 86400;
  const int threads = argc > 1 ? std::atoi(argv[1]) : static_cast<int>(k_cores);  // 1 where the machine is shared
  const double held = benchmark::peak_bytes();
  time_patch("patch under a cover", k_day, threads, held);
  time_patch("patch in the open, where the film comes to saturation", 0, threads, held);
  weigh_patch("patch under a cover", k_day, threads);
  weigh_patch("patch in the open", 0, threads);
  time_product("uptake of one active and its intact twin", "vitamin-c-15", k_target);
  time_product("uptake of an active that turns, and its twin", "retinol-serum", k_target);
}
