#include "percuta/numerics/operators/channel_mouth.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "percuta/base/error.hpp"
#include "percuta/numerics/operators/channel_cover.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_radius = 35e-6, k_cell = 20e-6;

/// Tissue under two cells of a barrier, pierced as `add_channel` shares cells.
struct Pierced {
  Grid grid;
  Medium medium;
  MouthFace face;
};

Pierced pierced(const std::vector<ChannelMouth>& mouths, double around, bool opens_down, bool wraps = false) {
  Pierced made{{{10, 10, 5, wraps, wraps}, k_cell, k_cell, {0, 5e-6, 10e-6, 25e-6, 30e-6, 35e-6}}, {}, {}};
  made.face = {opens_down ? 2 : 3, opens_down, around};
  Field cover("cover", "1", made.grid.layout());
  for (const ChannelMouth& m : mouths) add_channel(made.grid, {m.x, m.y, 1, [&](double) { return m.radius; }}, cover);
  made.medium.conductivity = Field("D", "m2/s", made.grid.layout(), 1e-10);
  for_each_cell(made.grid.layout(), [&](Index i, Index j, Index k) {
    const double share = cover(i, j, k);
    const bool is_barrier = opens_down ? k < 2 : k > 2;
    if (is_barrier) made.medium.conductivity(i, j, k) = share * 2e-10 + (1 - share) * around;
  });
  return made;
}

double sum_of(const Transmissibilities& matrix, Index k) {
  double sum = 0;
  for (Index j = 0; j < 10; ++j) {
    for (Index i = 0; i < 10; ++i) sum += matrix.conductance(Axis::z, i, j, k);
  }
  return sum;
}

Transmissibilities opened(const Pierced& skin, const std::vector<ChannelMouth>& mouths) {
  Transmissibilities matrix(skin.grid, skin.medium);
  open_mouths(skin.grid, skin.medium, skin.face, mouths, matrix);
  return matrix;
}

}  // namespace

TEST_CASE("[law] parts of a mouth add up to 4 a from afar, however they are cut") {
  for (const double step : {7e-6, 20e-6, 100e-6}) {
    double sum = 0;
    for (int n = -12; n < 12; ++n) {
      for (int m = -12; m < 12; ++m) {
        const PlanePatch patch{n * step, (n + 1) * step, m * step, (m + 1) * step};
        sum += mouth_conductance({3e-6, 8e-6, k_radius}, patch, 1e3);
      }
    }
    CHECK(sum == doctest::Approx(4 * k_radius).epsilon(2e-3));
  }
}

TEST_CASE("[law] with fine cells a mouth conducts plainly, but at its edge more") {
  const double h = k_radius / 200;
  const double plain = h * h / (0.5 * h);
  CHECK(mouth_conductance({0, 0, k_radius}, {0, h, 0, h}, 0.5 * h) == doctest::Approx(plain).epsilon(0.01));
  CHECK(mouth_conductance({0, 0, k_radius}, {k_radius - h, k_radius, 0, h}, 0.5 * h) > 1.1 * plain);
  CHECK(mouth_conductance({0, 0, k_radius}, {k_radius + h, k_radius + 2 * h, 0, h}, 0.5 * h) == 0);
}

TEST_CASE("[law] only faces that a mouth covers change, and none below nothing") {
  const std::vector<ChannelMouth> mouths = {{93e-6, 104e-6, k_radius}};
  const Pierced skin = pierced(mouths, 1e-14, true);
  const Transmissibilities plain(skin.grid, skin.medium), matrix = opened(skin, mouths);
  int changed = 0;
  for_each_cell(skin.grid.layout(), [&](Index i, Index j, Index k) {
    for (const Axis axis : {Axis::x, Axis::y, Axis::z}) {
      const double now = matrix.conductance(axis, i, j, k), before = plain.conductance(axis, i, j, k);
      CHECK(now >= 0);
      if (now == before) continue;
      ++changed;
      CHECK((axis == Axis::z && k == 2));
      const double x = skin.grid.x(i) - 93e-6, y = skin.grid.y(j) - 104e-6;
      CHECK(std::hypot(x, y) < k_radius + k_cell);
    }
  });
  CHECK(changed > 9);
}

TEST_CASE("[law] a mouth conducts as much up as down, and the same across a side that wraps") {
  const std::vector<ChannelMouth> middle = {{93e-6, 104e-6, k_radius}};
  const std::vector<ChannelMouth> corner = {{193e-6, 4e-6, k_radius}};
  const Pierced down = pierced(middle, 1e-13, true), wrapped = pierced(corner, 1e-13, true, true);
  const double sum = sum_of(opened(down, middle), 2);
  CHECK(sum_of(opened(wrapped, corner), 2) == doctest::Approx(sum).epsilon(1e-6));
  Pierced up = pierced(middle, 1e-13, false);
  CHECK(sum_of(opened(up, middle), 3) == doctest::Approx(sum).epsilon(1e-6));
}

TEST_CASE("[law] what is not pierced conducts as before") {
  const std::vector<ChannelMouth> far = {{93e-6, 104e-6, 1e-9}};
  const Pierced skin = pierced({}, 1e-12, true);
  CHECK(sum_of(opened(skin, far), 2) ==
        doctest::Approx(sum_of(Transmissibilities(skin.grid, skin.medium), 2)).epsilon(1e-3));
}

TEST_CASE("[law] two mouths in one cell both open it") {
  const std::vector<ChannelMouth> one = {{88e-6, 90e-6, 3e-6}}, two = {{88e-6, 90e-6, 3e-6}, {96e-6, 90e-6, 3e-6}};
  const double single = sum_of(opened(pierced(one, 0, true), one), 2);
  const double both = sum_of(opened(pierced(two, 0, true), two), 2);
  CHECK(both > 1.8 * single);
  CHECK(both < 2.05 * single);
}

TEST_CASE("[law] skin that conducts otherwise in depth is isotropic skin, stretched") {
  const std::vector<ChannelMouth> mouths = {{93e-6, 104e-6, k_radius}};
  const Grid even({10, 10, 2}, k_cell, k_cell, even_edges(2, 40e-6)),
      flat({10, 10, 2}, k_cell, k_cell, even_edges(2, 20e-6));
  Medium alike, steep;
  alike.conductivity = Field("D", "m2/s", even.layout(), 1e-10);
  steep.conductivity = Field("D", "m2/s", flat.layout(), 2e-10);
  steep.conductivity_z = Field("Dz", "m2/s", flat.layout(), 0.5e-10);
  Transmissibilities a(even, alike), b(flat, steep);
  add_top_mouth(even, alike, mouths[0], {0, INFINITY, 1, 1}, a);
  add_top_mouth(flat, steep, mouths[0], {0, INFINITY, 1, 1}, b);
  REQUIRE(a.exchanges().size() == b.exchanges().size());
  for (std::size_t n = 0; n < a.exchanges().size(); ++n) {
    CHECK(a.exchanges()[n].conductance == doctest::Approx(b.exchanges()[n].conductance).epsilon(1e-6));
  }
}

TEST_CASE("[unit] a film before a mouth is in series with it") {
  const Grid grid({10, 10, 2}, k_cell, k_cell, even_edges(2, 40e-6));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  const auto total = [&](double film) {
    Transmissibilities matrix(grid, medium);
    add_top_mouth(grid, medium, {93e-6, 104e-6, k_radius}, {0, film, 1, 1}, matrix);
    double sum = 0;
    for (const Exchange& each : matrix.exchanges()) sum += each.conductance;
    return sum;
  };
  CHECK(total(1e-12) == doctest::Approx(1e-12 * 3.141592653589793 * k_radius * k_radius).epsilon(1e-4));
  CHECK(total(1e-6) < total(1e-4));
  CHECK(total(1e6) == doctest::Approx(total(INFINITY)).epsilon(1e-4));
  CHECK(total(0) == 0);
}

TEST_CASE("[unit] mouths beyond the grid's depth or without a radius are refused") {
  Pierced skin = pierced({}, 0, true);
  Transmissibilities matrix(skin.grid, skin.medium);
  CHECK_THROWS_AS(open_mouths(skin.grid, skin.medium, {0, true, 0}, {}, matrix), InputError);
  CHECK_THROWS_AS(open_mouths(skin.grid, skin.medium, {5, true, 0}, {}, matrix), InputError);
  CHECK_THROWS_AS(open_mouths(skin.grid, skin.medium, {2, true, 0}, {{0, 0, 0}}, matrix), InputError);
}
