#include <doctest/doctest.h>

#include <numbers>

#include "percuta/transport/pictures/pictures.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using transport::HoleCut;

namespace {

constexpr double k_side = 2e-3;  // [m]

struct Skin {
  tests::Tracer of;
  skin::Skin skin = tests::round_skin(k_side);
  transport::Treatment treatment = tests::film_of(500e-6, tests::tracer(of));
  transport::Rates rates = tests::plain_rates(of);
  std::vector<transport::Hole> holes = tests::lattice(4, k_side, 35e-6, 150e-6);

  HoleCut cut() const { return hole_cut(holes, skin, tests::lasting(), treatment, rates, {}); }
};

double volume(const HoleCut& cut, std::size_t j, std::size_t k) {
  const double inner = cut.across[j], outer = cut.across[j + 1];
  return std::numbers::pi * (outer * outer - inner * inner) * (cut.down[k + 1] - cut.down[k]);
}

/// What is there below a row, of one time [kg].
double below(const HoleCut& cut, std::size_t time, double top) {
  const std::size_t columns = cut.across.size() - 1;
  double sum = 0;
  for (std::size_t k = 0; k + 1 < cut.down.size(); ++k) {
    if (cut.down[k] < top - 1e-9) continue;
    for (std::size_t j = 0; j < columns; ++j) {
      sum += volume(cut, j, k) * cut.concentration.front()[time][k * columns + j];
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("[law] what a section holds is what the window's uptake says, place by place, of holes that are all alike") {
  const Skin on;
  const HoleCut cut = on.cut();
  const transport::Uptake uptake = transport::deliver(on.holes, on.skin, tests::lasting(), on.treatment, on.rates, {});
  const transport::ActiveCourse& course = uptake.actives.front();
  REQUIRE(cut.actives == std::vector<std::string>{"tracer"});
  const double share = k_side * k_side / static_cast<double>(on.holes.size());
  CHECK(std::numbers::pi * cut.across.back() * cut.across.back() == doctest::Approx(share).epsilon(1e-9));
  for (std::size_t n = 0; n < cut.times.size(); ++n) {
    double told = 0;
    for (const char* place : {"channels", "stratum_corneum", "viable_epidermis", "papillary_dermis", "dermis"}) {
      told += tests::at(uptake, course.amount[uptake.place(place)], cut.times[n]);
    }
    CHECK(below(cut, n, 0) == doctest::Approx(told * share).epsilon(1e-2));
    CHECK(
        below(cut, n, -1) - below(cut, n, 0) ==
        doctest::Approx(share * tests::at(uptake, course.amount[uptake.place("surface")], cut.times[n])).epsilon(1e-2));
  }
}

TEST_CASE("[law] the hole is the way in: beside it there is more than far from it, deep down the same") {
  const HoleCut cut = Skin().cut();
  const std::size_t columns = cut.across.size() - 1;
  std::size_t shallow = 0;
  while (cut.down[shallow] < 75e-6) ++shallow;
  const std::vector<double>& first = cut.concentration.front().front();
  CHECK(first[shallow * columns + 2] > 1.5 * first[shallow * columns + columns - 1]);
  CHECK(cut.radius == 35e-6);
  CHECK(cut.depth == 150e-6);
  CHECK(cut.down.back() == doctest::Approx(1275e-6));
}

TEST_CASE("[law] the section is of the kind of hole of which there are most") {
  Skin on;
  on.holes = tests::lattice(4, k_side, 20e-6, 100e-6);
  on.holes.back() = {on.holes.back().x, on.holes.back().y, 60e-6, 400e-6};
  CHECK(on.cut().radius == doctest::Approx(20e-6));
  on.holes = {};
  CHECK(on.cut().concentration.empty());
}
