#include "percuta/transport/delivery/needle_source.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "percuta/transport/delivery/hole_classes.hpp"
#include "percuta/transport/layers.hpp"
#include "transport/delivery/needle_fixture.hpp"

using namespace percuta;
using tests::k_hour;
using transport::NeedleLoad;
using transport::NeedleSource;

namespace {

constexpr double k_side = 2e-3;

struct Placed {
  skin::Skin skin = tests::round_skin(k_side);
  NeedleLoad load = tests::cones();
  transport::Site site;

  explicit Placed(double depth)
      : site(transport::strata_of(2e-6, transport::passed_thicknesses(skin), 1),
             transport::classes_of(tests::filled_lattice(load, 4, k_side, depth), skin.window, 12), {}) {}
  NeedleSource source(const std::vector<double>& told = {60, k_hour}) const {
    return needle_source(site, load, tests::transport_rates(), told);
  }
};

double sum(const std::vector<double>& all) {
  return std::accumulate(all.begin(), all.end(), 0.0);
}

}  // namespace

TEST_CASE("[law] what needles lose in a while is what cells are given in it") {
  const Placed placed(200e-6);
  const NeedleSource source = placed.source();
  REQUIRE(source.given.size() + 1 == source.times.size());
  for (std::size_t t = 0; t < source.given.size(); ++t) {
    CHECK(sum(source.given[t]) == doctest::Approx(source.left[t] - source.left[t + 1]).epsilon(1e-9));
  }
  CHECK(source.left.front() ==
        doctest::Approx(16 * placed.load.mass_of_each(tests::transport_rates().needle)).epsilon(1e-9));
}

TEST_CASE("[law] what stands above the skin, and needles that stay outside, keep what they hold") {
  Placed placed(150e-6);
  placed.load.worn = 1000 * k_hour;
  placed.load.needles = 20;
  const double each = placed.load.mass_of_each(tests::transport_rates().needle);
  const NeedleSource source = placed.source();
  CHECK(source.left.front() == doctest::Approx(20 * each));
  CHECK(source.left.back() == doctest::Approx(4 * each + 16 * each * 7 / 8).epsilon(1e-6));
}

TEST_CASE("[unit] moments that are told are among its own, and a step holds until the next") {
  const NeedleSource source = Placed(200e-6).source();
  for (const double t : {0.0, 60.0, k_hour, 8 * k_hour}) {
    CHECK(std::count(source.times.begin(), source.times.end(), t) == 1);
  }
  CHECK(source.step_at(0) == 0);
  CHECK(source.times[source.step_at(100)] <= 100);
  CHECK(source.step_at(8 * k_hour) == source.times.size());
  CHECK(source.left_at(9 * k_hour) == source.left.back());
}

TEST_CASE("[unit] needles that swell give nothing of their own") {
  Placed placed(200e-6);
  placed.load.release = transport::Release::swells;
  CHECK(placed.source().times.empty());
}
