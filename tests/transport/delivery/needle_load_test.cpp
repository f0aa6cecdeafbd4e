#include "percuta/transport/delivery/needle_load.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <numbers>

#include "transport/delivery/needle_fixture.hpp"

using namespace percuta;
using tests::cones;
using tests::k_hour;
using transport::NeedleInSkin;
using transport::NeedleLoad;
using transport::Rates;
using transport::Release;

namespace {

constexpr double k_pi = std::numbers::pi;
const NeedleInSkin k_place{200e-6, 1.4e-7};

/// Until a needle is gone [s].
double gone(const NeedleLoad& load, const Rates& rates) {
  NeedleLoad kept = load;
  kept.worn = 1000 * k_hour;
  return held_open(kept, k_place, rates);
}

Rates turned(const std::function<void(Rates&)>& turn) {
  Rates rates = tests::transport_rates();
  turn(rates);
  return rates;
}

}  // namespace

TEST_CASE("[unit] a cone's volume and flank are those of the schoolbook, cut anywhere and worn off evenly") {
  const NeedleLoad load = cones();
  const double whole = k_pi * 75e-6 * 75e-6 * 300e-6 / 3;
  CHECK(volume_between(load.shape, 0, 300e-6) == doctest::Approx(whole));
  CHECK(volume_between(load.shape, 0, 120e-6) + volume_between(load.shape, 120e-6, 300e-6) == doctest::Approx(whole));
  CHECK(volume_between(load.shape, 0, 300e-6, 25e-6) == doctest::Approx(whole * 8 / 27));
  CHECK(volume_between(load.shape, 0, 300e-6, 80e-6) == 0);
  CHECK(flank_between(load.shape, 0, 300e-6) == doctest::Approx(k_pi * 75e-6 * 300e-6));
  // What wears off is the flank times how far: dV/ds = -A.
  constexpr double step = 1e-9;
  CHECK((volume_between(load.shape, 50e-6, 250e-6, 20e-6) - volume_between(load.shape, 50e-6, 250e-6, 20e-6 + step)) /
            step ==
        doctest::Approx(flank_between(load.shape, 50e-6, 250e-6, 20e-6)).epsilon(1e-4));
}

TEST_CASE("[unit] a needle weighs its volume, a coat its flank, and one that swells gives no mass of its own") {
  const Rates& rates = tests::transport_rates();
  NeedleLoad load = cones();
  CHECK(load.mass_of_each(rates.needle) ==
        doctest::Approx(rates.needle.density * volume_between(load.shape, 0, 300e-6)));
  load.release = Release::coated;
  load.coating = 5e-6;
  CHECK(load.mass_of_each(rates.needle) ==
        doctest::Approx(rates.needle.density * 5e-6 * flank_between(load.shape, 0, 300e-6)));
  load.release = Release::swells;
  CHECK(load.mass_of_each(rates.needle) == 0);
  CHECK(transport::release_of("dissolves") == Release::dissolves);
  CHECK(transport::release_of("coated") == Release::coated);
  CHECK(transport::release_of("swells") == Release::swells);
  CHECK(transport::release_of("nothing") == Release::nothing);
}

TEST_CASE("[law] what is worn off only grows, ends at the needle's radius or the coat, and is 0 outside the skin") {
  const Rates& rates = tests::transport_rates();
  NeedleLoad load = cones();
  const std::vector<double> times = {0, 60, 600, 3600, 36000, 3.6e6};
  const std::vector<double> worn = worn_off(load, k_place, rates, times);
  CHECK(worn.front() == 0);
  for (std::size_t t = 1; t < worn.size(); ++t) CHECK(worn[t] >= worn[t - 1]);
  CHECK(worn.back() == doctest::Approx(75e-6));
  load.release = Release::coated;
  load.coating = 5e-6;
  CHECK(worn_off(load, k_place, rates, times).back() == doctest::Approx(5e-6));
  CHECK(worn_off(load, {0, 1e-7}, rates, times).back() == 0);
}

TEST_CASE("[law] a needle is gone the sooner, the faster it dissolves, the more tissue takes, the lighter it is") {
  const NeedleLoad load = cones();
  const double usual = gone(load, tests::transport_rates());
  CHECK(usual > 60);
  CHECK(gone(load, turned([](Rates& rates) { rates.needle.dissolution.value *= 4; })) < usual);
  CHECK(gone(load, turned([](Rates& rates) { rates.needle.solubility.value *= 2; })) < 0.7 * usual);
  CHECK(gone(load, turned([](Rates& rates) { rates.needle.molar_mass.value *= 10; })) > 1.5 * usual);
  CHECK(gone(load, turned([](Rates& rates) { rates.needle.density.value *= 1.2; })) > 1.1 * usual);
}

TEST_CASE("[unit] needles that dissolve hold their holes until they are gone or off, others until they are off") {
  const Rates& rates = tests::transport_rates();
  NeedleLoad load = cones();
  load.worn = 60;
  CHECK(held_open(load, k_place, rates) == 60);
  load.worn = 1000 * k_hour;
  CHECK(held_open(load, k_place, rates) < 100 * k_hour);
  load.release = Release::swells;
  CHECK(held_open(load, k_place, rates) == 1000 * k_hour);
}
