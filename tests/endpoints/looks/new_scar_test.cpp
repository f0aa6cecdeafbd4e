#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/looks/looks.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::NewScarMap;

TEST_CASE("[unit] half of the holes scar at the width that is given, none below, all above") {
  const NewScarMap map = treatment().maps.new_scar;
  CHECK(endpoints::new_scar_share(0.5e-3, map) == doctest::Approx(0.5));
  CHECK(endpoints::new_scar_share(0.2e-3, map) < 0.01);
  CHECK(endpoints::new_scar_share(1e-3, map) > 0.99);
  CHECK(treatment().number("killed_width") == 800e-6);
}

TEST_CASE("[law] the share is the mean over holes, rises with width and falls with what is borne") {
  const auto some = treatment();
  CHECK(some.number("new_scar") == doctest::Approx((0.5 + 1) / 3).epsilon(0.01));
  CHECK(scaled("new_scar", &Maps::new_scar, &NewScarMap::width, 1.3) < some.number("new_scar"));
  const auto spread = [](double factor) {
    return turned("new_scar", [factor](auto& one) {
      one.state.killed_widths = {{0, 0, 300e-6}};
      one.maps.new_scar.spread = certain(factor * 50e-6);
    });
  };
  CHECK(spread(2) > spread(1));
  CHECK(std::isnan(untouched().number("new_scar")));
}

TEST_CASE("[unit] a place's share is that of the holes near it, and where there is none it has none") {
  auto some = treatment();
  some.state.places = {{1.4e-3, 1e-3}, {8e-3, 8e-3}, {5e-3, 5e-3}, {1e-3, 0.5e-3}};
  const auto shares = endpoints::new_scar_shares(some.state, some.maps.new_scar);
  CHECK(shares[0] == doctest::Approx(0.25).epsilon(0.01));  // two holes within a millimetre
  CHECK(shares[1] > 0.99);
  CHECK(std::isnan(shares[2]));
  CHECK(shares[3] < 0.01);
  some.maps.new_scar.near = certain(20e-3);
  for (const double share : endpoints::new_scar_shares(some.state, some.maps.new_scar)) {
    CHECK(share == doctest::Approx(0.5).epsilon(0.01));
  }
}

TEST_CASE("[law] holes are found near any of many places as by trying them all") {
  auto some = treatment();
  some.state.places.clear();
  some.state.killed_widths.clear();
  for (int i = 0; i < 300; ++i) {
    const double x = std::fmod(i * 0.618034, 1.0) * 20e-3, y = i / 300.0 * 10e-3;
    some.state.places.push_back({x, y});
    some.state.killed_widths.push_back({y * 2, x / 2, 200e-6 + i * 2e-6});
  }
  const auto shares = endpoints::new_scar_shares(some.state, some.maps.new_scar);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    double sum = 0, n = 0;
    for (const auto& hole : some.state.killed_widths) {
      if (std::hypot(hole.x - some.state.places[i].x, hole.y - some.state.places[i].y) > 1e-3) continue;
      sum += endpoints::new_scar_share(hole.width, some.maps.new_scar);
      n += 1;
    }
    if (n == 0) {
      CHECK(std::isnan(shares[i]));
    } else {
      CHECK(shares[i] == doctest::Approx(sum / n));
    }
  }
}
