#include "percuta/transport/delivery/film.hpp"

#include <doctest/doctest.h>

#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using transport::Application;
using transport::Composition;
using transport::Film;
using transport::Phase;

namespace {

constexpr double k_amount = 0.02;  // [kg/m2]
constexpr double k_dries = 1e-5;   // [kg/(m2 s)]

/// Seven tenths water, a tenth oil.
Composition cream(double evaporation = k_dries) {
  Composition product = tests::watery(0.01, evaporation);
  product.vehicle.water = certain(0.7);
  product.vehicle.oil = certain(0.1);
  return product;
}

std::vector<Phase> phases_of(const Application& application, double closed, double until, double left_over = 0.1,
                             const Composition& product = cream()) {
  const std::vector<Phase> all = phases(product, application, left_over, closed, until);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) CHECK(all[i].until == all[i + 1].from);
  if (!all.empty()) CHECK(all.back().until == until);
  return all;
}

}  // namespace

TEST_CASE("[unit] a fresh film is made of water, oil and the rest, and weighs what was put on") {
  const Film film = fresh_film(cream(), k_amount);
  CHECK(film.water == doctest::Approx(0.014));
  CHECK(film.oil == doctest::Approx(0.002));
  CHECK(film.rest == doctest::Approx(0.004));
  CHECK(film.mass() == doctest::Approx(k_amount));
}

TEST_CASE("[unit] a film holds as its water and rest do, and as its oil does of what is neutral") {
  const Film film = fresh_film(cream(), k_amount);
  const transport::Rates& rates = tests::transport_rates();
  transport::Active active = tests::substance(200, 2);
  const double watery = 0.018 / transport::k_product_density, oily = 0.002 / transport::k_product_density;
  transport::Vehicle vehicle = cream().vehicle;
  CHECK(holding(film, active, vehicle, rates) == doctest::Approx(watery + 100 * oily));
  vehicle.partition = certain(3);
  CHECK(holding(film, active, vehicle, rates) == doctest::Approx(3 * (watery + 100 * oily)));
  active.ionises = "acid";
  active.pka = vehicle.ph;  // half of it is neutral
  CHECK(holding(film, active, vehicle, rates) == doctest::Approx(3 * (watery + 50 * oily)));
}

TEST_CASE("[unit] put on after the session it meets holes until they have closed") {
  Application application{.amount = k_amount, .apply = 120, .cover = 1e6};
  const std::vector<Phase> all = phases_of(application, 5000, 20000);
  REQUIRE(all.size() == 2);
  CHECK(all[0].from == 120);
  CHECK(all[0].is_applied);
  CHECK(all[0].has_holes);
  CHECK(all[0].until == 5000);
  CHECK_FALSE(all[1].is_applied);
  CHECK_FALSE(all[1].has_holes);
  for (const Phase& phase : all) {
    CHECK(phase.is_covered);
    CHECK_FALSE(phase.is_wiped);
    CHECK(phase.drying == 0);
    CHECK(phase.film.mass() == doctest::Approx(k_amount));
  }
}

TEST_CASE("[unit] put on before the session it is wiped off for it") {
  Application application{.amount = k_amount, .apply = -1800, .cover = 1e6};
  const std::vector<Phase> all = phases_of(application, 5000, 20000);
  REQUIRE(all.size() == 3);
  CHECK(all[0].from == -1800);
  CHECK_FALSE(all[0].has_holes);
  CHECK(all[0].is_applied);
  CHECK(all[1].from == 0);
  CHECK(all[1].is_wiped);
  CHECK(all[1].has_holes);
  CHECK(all[1].film.mass() == 0);
  CHECK(all[2].film.mass() == 0);
  CHECK_FALSE(all[2].is_wiped);
}

TEST_CASE("[unit] a film dries in the open at its rate, down to what is left over, and no further") {
  const std::vector<Phase> all = phases_of({.amount = k_amount, .apply = 0}, 0, 10000);
  REQUIRE(all.size() == 2);
  CHECK(all[0].drying == k_dries);
  CHECK(all[0].until == doctest::Approx((1 - 0.1) * 0.014 / k_dries));
  CHECK(all[0].at(500).water == doctest::Approx(0.014 - 500 * k_dries));
  CHECK(all[1].drying == 0);
  CHECK(all[1].film.water == doctest::Approx(0.1 * 0.014));
  CHECK(all[1].film.oil == doctest::Approx(0.002));
  CHECK(all[1].film.rest == doctest::Approx(0.004));
}

TEST_CASE("[unit] under a cover nothing dries; when it goes, drying begins") {
  const std::vector<Phase> all = phases_of({.amount = k_amount, .apply = 60, .cover = 3600}, 0, 20000);
  REQUIRE(all.size() == 3);
  CHECK(all[0].is_covered);
  CHECK(all[0].until == 3660);
  CHECK(all[0].drying == 0);
  CHECK_FALSE(all[1].is_covered);
  CHECK(all[1].drying == k_dries);
  CHECK(all[1].film.water == doctest::Approx(0.014));
  CHECK(all[2].film.water == doctest::Approx(0.0014));
}

TEST_CASE("[unit] what is washed off is gone, and nothing dries after it") {
  const std::vector<Phase> all = phases_of({.amount = k_amount, .apply = 0, .wash = 600}, 0, 20000);
  REQUIRE(all.size() == 2);
  CHECK(all[0].until == 600);
  CHECK(all[1].is_wiped);
  CHECK(all[1].film.mass() == 0);
  CHECK(all[1].drying == 0);
}

TEST_CASE("[unit] put on again it adds to what is there, and dries to a share of all its water") {
  const Application application{.amount = k_amount, .apply = 0, .every = 500, .times = 3};
  const std::vector<Phase> all = phases_of(application, 0, 20000);
  REQUIRE(all.size() == 4);
  CHECK(all[1].from == 500);
  CHECK(all[1].is_applied);
  CHECK(all[1].film.water == doctest::Approx(2 * 0.014 - 500 * k_dries));
  CHECK(all[2].film.oil == doctest::Approx(3 * 0.002));
  CHECK(all[3].film.water == doctest::Approx(0.1 * (3 * 0.014 - 1000 * k_dries)));
}

TEST_CASE("[unit] a cover and a wash end with the next time it is put on; times beyond the end are left out") {
  const Application application{
      .amount = k_amount, .apply = 0, .cover = 5000, .every = 1000, .times = 100, .wash = 3000};
  const std::vector<Phase> all = phases_of(application, 0, 2500);
  REQUIRE(all.size() == 3);
  for (const Phase& phase : all) {
    CHECK(phase.is_applied);
    CHECK(phase.is_covered);
    CHECK(phase.film.mass() == doctest::Approx(k_amount));
  }
  CHECK_FALSE(all[0].is_wiped);
  CHECK(all[1].is_wiped);
  CHECK(phases_of({.amount = k_amount, .apply = 3000}, 0, 2500).empty());
}

TEST_CASE("[unit] a product that does not dry is one phase") {
  CHECK(phases_of({.amount = k_amount, .apply = 0}, 0, 1000, 0.1, cream(0)).size() == 1);
}
