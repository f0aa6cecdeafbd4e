#include "percuta/transport/delivery/patch_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "percuta/base/error.hpp"
#include "transport/delivery/delivery_fixture.hpp"
#include "transport/delivery/patch.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using transport::PatchKept;
using transport::PatchWatch;
using transport::Uptake;

namespace {

constexpr double k_side = 200e-6;

/// A film that dries, of an active that turns into another; three holes that close, one of them cut by a side.
struct Case {
  skin::Skin skin = tests::round_skin(1e-3);
  std::vector<transport::Hole> holes = {{450e-6, 480e-6, 35e-6, 150e-6},
                                        {540e-6, 530e-6, 25e-6, 90e-6},
                                        {400e-6, 560e-6, 30e-6, 120e-6},
                                        {100e-6, 100e-6, 30e-6, 120e-6}};
  closure::Clocks clocks = tests::lasting();
  transport::Treatment treatment;
  transport::DeliveryPlan plan;

  explicit Case(bool turns = true) {
    clocks.dry_rate = clocks.covered_rate = std::log(2) / k_hour;
    clocks.barrier_time = clocks.pore_time = 6 * k_hour;
    treatment.composition = tests::watery(0.01, 3e-5);
    treatment.application = {.amount = 0.02, .apply = 120};
    treatment.actives = {tests::named("tracer", turns ? "other" : "", turns ? 1e-5 : 0), tests::named("other")};
    plan.patch = {.side = k_side, .cell = 20e-6};
  }
  Uptake delivered(const PatchWatch& watch = {}) const {
    transport::DeliveryPlan own = plan;
    own.watch = &watch;
    return transport::deliver(holes, skin, clocks, treatment, tests::plain_rates({}), own);
  }
};

void check_same(const Uptake& a, const Uptake& b) {
  REQUIRE(a.actives.size() == b.actives.size());
  for (std::size_t n = 0; n < a.actives.size(); ++n) {
    CHECK(a.actives[n].amount == b.actives[n].amount);
    CHECK(a.actives[n].given == b.actives[n].given);
    CHECK(a.actives[n].closed == b.actives[n].closed);
    CHECK(a.actives[n].unbound == b.actives[n].unbound);
    CHECK(a.actives[n].solved == b.actives[n].solved);
  }
  REQUIRE(a.patch.has_value());
  REQUIRE(b.patch.has_value());
  REQUIRE(a.patch->fields.size() == b.patch->fields.size());
  for (std::size_t n = 0; n < a.patch->fields.size(); ++n) {
    const numerics::FieldSeries &one = a.patch->fields[n], &other = b.patch->fields[n];
    REQUIRE(one.times == other.times);
    bool is_same = true;
    for (std::size_t t = 0; t < one.times.size(); ++t) {
      numerics::for_each_cell(one.values[t].layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
        is_same = is_same && one.values[t](i, j, k) == other.values[t](i, j, k);
      });
    }
    CHECK(is_same);
  }
}

PatchWatch keeping_fields() {
  PatchWatch watch;
  watch.field_times = {k_hour, k_day};
  return watch;
}

}  // namespace

TEST_CASE("[law] every active of a patch is accounted for to 1e-9 of its dose, what closes over included") {
  const Uptake uptake = Case().delivered();
  for (const transport::ActiveCourse& one : uptake.actives) {
    CHECK(one.mismatch < 1e-9);
    CHECK(one.numerical < 1e-4);
    double sum = 0;
    for (const std::vector<double>& place : one.amount) sum += place.back();
    CHECK(sum == doctest::Approx(one.given.back() + one.gained.back() + one.solved).epsilon(1e-9));
  }
  const transport::ActiveCourse& first = tests::course_of(uptake, "tracer");
  CHECK(first.dose == doctest::Approx(0.02 * 0.01));
  CHECK(first.closed.back() > 0);
  CHECK(first.amount[uptake.place("channels")].back() == 0);
  CHECK(tests::course_of(uptake, "other").gained.back() > 0);
}

TEST_CASE("[law] a patch walks with the same bytes on 1, 2 and 4 threads and on any kernel") {
  const Case on;
  const std::vector<double> times = {0, 5};
  const std::vector<transport::Phase> all = transport::phases(on.treatment.composition, on.treatment.application, 0.1,
                                                              6 * k_hour, on.treatment.application.apply + 5);
  const transport::Rates rates = tests::plain_rates({});
  const auto walked = [&](const numerics::SolveSettings& solve) {
    const transport::PatchCells cells(transport::strata_of(20e-6, {15e-6, 60e-6, 200e-6, 1e-3}, 1), {700e-6, 20e-6},
                                      on.holes, solve);
    CHECK(cells.layout().cells() > 40000);  // else nobody shares the work
    return transport::walk(cells, on.treatment.actives, all, {on.skin, on.clocks, on.treatment, rates, 100}, times);
  };
  const std::vector<transport::LinkCourse> one = walked(transport::k_patch_solve);
  for (const int threads : {1, 2, 4}) {
    numerics::SolveSettings solve = transport::k_patch_solve;
    solve.threads = threads;
    solve.clone = numerics::best_clone();
    const std::vector<transport::LinkCourse> other = walked(solve);
    for (std::size_t n = 0; n < one.size(); ++n) {
      CHECK(other[n].amount == one[n].amount);
      CHECK(other[n].numerical == one[n].numerical);
    }
  }
}

TEST_CASE("[law] a patch that goes on from what was kept at any moment ends with the bytes of one that never stopped") {
  const Case on;
  std::vector<PatchKept> all;
  PatchWatch watch = keeping_fields();
  int moments = 0;
  watch.one_more = [&] { ++moments; };
  watch.is_due = [&] { return moments % 5 == 2; };
  watch.keep = [&](const PatchKept& kept) { all.push_back(kept); };
  const Uptake through = on.delivered(watch);
  check_same(on.delivered(keeping_fields()), through);  // keeping changes nothing
  CHECK(moments == static_cast<int>(through.times.size()));
  REQUIRE(all.size() >= 4);
  for (const PatchKept& kept : all) {
    PatchWatch again = keeping_fields();
    int told = 0;
    again.from = &kept;
    again.one_more = [&] { ++told; };
    check_same(on.delivered(again), through);
    CHECK(told == moments);
  }
}

TEST_CASE("[unit] a patch that is stopped says so at once, and what was kept of it does not hold the stop") {
  const Case on(false);
  PatchWatch watch;
  int asked = 0;
  watch.is_stopped = [&] { return ++asked > 10; };
  watch.when_stopped = "stopped here";
  CHECK_THROWS_WITH_AS(on.delivered(watch), "stopped here", Interrupted);
  CHECK(asked == 11);
}

TEST_CASE("[unit] concentrations are those of the amounts told, from the film down, in the frame of the skin") {
  const Case on;
  const Uptake uptake = on.delivered(keeping_fields());
  REQUIRE(uptake.patch->fields.size() == 2);
  const numerics::FieldSeries& series = uptake.patch->fields.front();
  CHECK(series.times == std::vector<double>{k_hour, k_day});
  CHECK(series.values.front().name() == "tracer");
  CHECK(uptake.patch->grid.z_edges().front() == doctest::Approx(-20e-6));
  CHECK(uptake.patch->holes == 3);
  double surface = 0, all = 0;
  const numerics::Grid& grid = uptake.patch->grid;
  numerics::for_each_cell(grid.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    const double amount = series.values.front()(i, j, k) * grid.volume(k) / (k_side * k_side);
    all += amount;
    if (grid.z(k) < 0) surface += amount;
  });
  const transport::ActiveCourse& course = tests::course_of(uptake, "tracer");
  CHECK(surface == doctest::Approx(tests::at(uptake, course.amount[0], k_hour)).epsilon(1e-9));
  double held = 0;
  for (const char* place :
       {"surface", "channels", "stratum_corneum", "viable_epidermis", "papillary_dermis", "dermis"}) {
    held += tests::at(uptake, course.amount[uptake.place(place)], k_hour);
  }
  CHECK(all == doctest::Approx(held).epsilon(1e-9));
}

TEST_CASE("[unit] holes count in the patch's own frame, whole or cut; what lies outside does not") {
  const skin::Skin skin = tests::round_skin(1e-3);
  const std::vector<transport::Hole> within = transport::holes_of_patch({k_side, 20e-6}, skin,
                                                                        {{500e-6, 500e-6, 30e-6, 1e-4},
                                                                         {390e-6, 450e-6, 30e-6, 1e-4},
                                                                         {360e-6, 450e-6, 30e-6, 1e-4},
                                                                         {500e-6, 500e-6, 30e-6, 0}});
  REQUIRE(within.size() == 2);
  CHECK(within[0].x == doctest::Approx(100e-6));
  CHECK(within[1].x == doctest::Approx(-10e-6));
  CHECK_THROWS_AS(transport::holes_of_patch({2e-3, 20e-6}, skin, {}), InputError);
}

TEST_CASE("[unit] a patch larger than the window and cells too coarse for it or its holes are told, with the mend") {
  const skin::Skin skin = tests::round_skin(3e-3);
  CHECK(transport::misfits({2e-3, 20e-6}, skin, 70e-6).empty());
  CHECK(transport::misfits({0, 20e-6}, skin, 70e-6).empty());
  const auto large = transport::misfits({4e-3, 20e-6}, skin, 70e-6);
  REQUIRE(large.size() == 1);
  CHECK(large[0].key == "side");
  CHECK(large[0].hint.find("2.9 mm") != std::string::npos);
  const auto coarse = transport::misfits({2e-3, 40e-6}, skin, 70e-6);
  REQUIRE(coarse.size() == 1);
  CHECK(coarse[0].key == "cell");
  CHECK(coarse[0].hint.find("35 um") != std::string::npos);
  CHECK(transport::misfits({2e-3, 3e-3}, skin, 0).front().key == "cell");
}

TEST_CASE(
    "[law] a patch takes up what the referee of the rings does, whose cells are finer and know neither wall nor "
    "mouth") {
  constexpr double k_half_lattice = 250e-6;  // of 400 holes/cm2
  for (const double share : {1.0, 0.5}) {
    const tests::Tracer of{.diffusivity = 2e-10, .permeability = 1.2e-9, .clearance = 2e-4};
    tests::PatchCase referee{.side = k_half_lattice, .cell = 7e-6, .of = of, .film = 20e-6, .open_share = share};
    referee.holes = {{0, 0, 35e-6, 150e-6}};
    const Uptake exact = tests::resolved(referee);
    transport::DeliveryPlan plan;
    plan.patch = {.side = k_half_lattice, .cell = 20e-6};
    const skin::Skin skin = tests::patch_skin(k_half_lattice);
    const Uptake found = transport::deliver({{0, 0, 35e-6, 150e-6}}, skin, tests::lasting(share),
                                            tests::film_of(20e-6, tests::tracer(of)), tests::patch_rates(of), plan);
    for (const double time : {600.0, k_hour, k_day}) {
      CAPTURE(share);
      CAPTURE(time);
      CHECK(tests::at(found, taken_up(found, found.actives[0].amount), time) ==
            doctest::Approx(tests::at(exact, taken_up(exact, exact.actives[0].amount), time)).epsilon(0.03));
    }
  }
}
