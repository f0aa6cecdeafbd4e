#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "percuta/transport/pictures/pictures.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using transport::DoseMap;
using transport::Hole;

namespace {

constexpr double k_side = 6e-3;  // [m]

struct Site {
  tests::Tracer of;
  skin::Skin skin = tests::round_skin(k_side);
  transport::Treatment treatment = tests::film_of(500e-6, tests::tracer(of));
  transport::Rates rates = tests::plain_rates(of);
  closure::Clocks clocks = tests::lasting();
  std::vector<Hole> holes;

  DoseMap map() const { return dose_map(holes, skin, clocks, treatment, rates, {}); }
  transport::Uptake deliver() const { return transport::deliver(holes, skin, clocks, treatment, rates, {}); }
};

/// Thick on the left, thin in the middle, none on the right third.
std::vector<Hole> one_sided() {
  std::vector<Hole> holes;
  for (int j = 0; j < 12; ++j) {
    for (int i = 0; i < 4; ++i) holes.push_back({(i + 0.5) * 0.5e-3, (j + 0.5) * 0.5e-3, 15e-6, 150e-6});
  }
  for (int j = 0; j < 3; ++j) holes.push_back({2.5e-3, (2 * j + 1) * 1e-3, 15e-6, 150e-6});
  return holes;
}

double mean_where(const DoseMap& map, double from, double to) {
  double sum = 0, count = 0;
  for (std::size_t n = 0; n < map.places.size(); ++n) {
    if (map.places[n].x <= from || map.places[n].x >= to) continue;
    sum += map.taken_up.front()[n];
    count += 1;
  }
  return sum / count;
}

double after_a_day(const transport::Uptake& uptake, const std::vector<std::vector<double>>& amounts) {
  return tests::at(uptake, taken_up(uptake, amounts), k_day);
}

}  // namespace

TEST_CASE("[law] the map's mean is the uptake of the window, which all classes walk together") {
  Site site;
  for (const std::vector<Hole>& holes : {std::vector<Hole>(), tests::lattice(6, k_side, 15e-6, 150e-6), one_sided()}) {
    site.holes = holes;
    CAPTURE(holes.size());
    const DoseMap map = site.map();
    REQUIRE(map.actives == std::vector<std::string>{"tracer"});
    REQUIRE(map.places.size() == 36);
    CHECK(map.side == doctest::Approx(1e-3));
    const transport::Uptake uptake = site.deliver();
    CHECK(mean_where(map, 0, k_side) == doctest::Approx(after_a_day(uptake, uptake.actives[0].amount)).epsilon(0.02));
  }
}

TEST_CASE("[law] more gets in where holes stand closer, and far from all of them as much as through intact skin") {
  Site site;
  site.holes = one_sided();
  const DoseMap map = site.map();
  const transport::Uptake uptake = site.deliver();
  const double intact = after_a_day(uptake, uptake.actives[0].intact);
  CHECK(mean_where(map, 0, 2e-3) > 1.5 * mean_where(map, 2e-3, 3e-3));
  CHECK(mean_where(map, 2e-3, 3e-3) > intact);
  CHECK(mean_where(map, 4e-3, k_side) == doctest::Approx(intact).epsilon(0.01));
}

TEST_CASE("[law] without a hole, or once it is tissue, all places are alike") {
  Site site;
  site.clocks = {};
  const DoseMap map = site.map();
  const auto [least, most] = std::minmax_element(map.taken_up[0].begin(), map.taken_up[0].end());
  CHECK(*least == doctest::Approx(*most).epsilon(1e-9));
  CHECK(*least > 0);
}

TEST_CASE("[unit] a map has what is put on in a stated strength, and nothing of a product that tells none") {
  Site site;
  site.treatment.composition.active.push_back({"an extract", "not stated", {}});
  CHECK(site.map().actives == std::vector<std::string>{"tracer"});
  site.treatment.composition.active.erase(site.treatment.composition.active.begin());
  CHECK(site.map().actives.empty());
  CHECK(site.map().places.empty());
}

TEST_CASE("[unit] a large window has wider places, and no more than can be told apart on a page") {
  Site site;
  site.skin = tests::round_skin(0.1);
  const DoseMap map = site.map();
  CHECK(map.places.size() <= 2100);
  CHECK(map.places.size() > 1800);
  CHECK(map.side > 2e-3);
}
