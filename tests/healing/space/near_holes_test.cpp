#include "percuta/healing/space/near_holes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "percuta/base/random.hpp"

using namespace percuta;
using healing::Hole;
using healing::NearHoles;

TEST_CASE("[law] all holes within the distance are found, and no others") {
  Stream stream({1, 0, 0, 0, "holes"});
  std::vector<Hole> holes;
  for (int i = 0; i < 400; ++i) {
    const double x = stream.uniform();
    holes.push_back({x, stream.uniform(), 1e-3, Hole::Kind::pierced});
  }
  const NearHoles near(holes, 0.13);
  for (const numerics::Point place : {numerics::Point{0.5, 0.5}, {0, 0}, {1.1, 0.9}, {-5, 3}}) {
    std::vector<std::size_t> found, wanted;
    near.each(place, [&](std::size_t i, double distance) {
      found.push_back(i);
      CHECK(distance <= 0.13);
    });
    for (std::size_t i = 0; i < holes.size(); ++i) {
      if (std::hypot(holes[i].x - place.x, holes[i].y - place.y) <= 0.13) wanted.push_back(i);
    }
    std::sort(found.begin(), found.end());
    CHECK(found == wanted);
  }
}

TEST_CASE("[unit] no holes are near where there are none, nor far apart ones") {
  int found = 0;
  NearHoles({}, 1).each({0, 0}, [&](std::size_t, double) { ++found; });
  CHECK(found == 0);
  NearHoles({{0, 0, 1, Hole::Kind::pierced}, {1e6, 1e6, 1, Hole::Kind::pierced}}, 1e-3)
      .each({1e6, 1e6}, [&](auto i, auto) {
        CHECK(i == 1);
        ++found;
      });
  CHECK(found == 1);
}
