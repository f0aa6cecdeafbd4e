#include <doctest/doctest.h>

#include "percuta/punctures/punctures.hpp"

using namespace percuta;
using punctures::cover;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const numerics::Polygon k_window = {{0, 0}, {20e-3, 0}, {20e-3, 20e-3}, {0, 20e-3}};

/// A square lattice of holes, each struck `strikes` times, in and around the window.
Punctures lattice(double pitch, int strikes) {
  Punctures punctures;
  const int n = static_cast<int>(24e-3 / pitch);
  for (int i = 0; i < n * n * strikes; ++i) {
    Puncture p;
    p.hole = i / strikes;
    p.x = -2e-3 + (p.hole % n + 0.5) * pitch;
    p.y = -2e-3 + (p.hole / n + 0.5) * pitch;
    p.is_reentry = i % strikes > 0;
    p.in_window = numerics::contains(k_window, {p.x, p.y});
    punctures.all.push_back(p);
  }
  punctures.holes = n * n;
  return punctures;
}

}  // namespace

TEST_CASE("[unit] density counts strikes, distinct density counts holes, in the window only") {
  const punctures::Coverage coverage = cover(lattice(0.5e-3, 2), k_window);
  CHECK(coverage.density == doctest::Approx(2 / 0.25e-6));
  CHECK(coverage.distinct_density == doctest::Approx(1 / 0.25e-6));
  CHECK(coverage.reentry_share == doctest::Approx(0.5));
  CHECK(coverage.nearest_neighbour == doctest::Approx(0.5e-3));
}

TEST_CASE("[law] a perfect lattice is perfectly even") {
  const punctures::Coverage coverage = cover(lattice(0.5e-3, 1), k_window);
  CHECK(coverage.dispersion_2mm == doctest::Approx(0));
  CHECK(coverage.evenness == doctest::Approx(1));
}

TEST_CASE("[law] a window half treated is uneven, and evenness is one over one and the index") {
  Punctures half = lattice(0.5e-3, 1);
  std::erase_if(half.all, [](const Puncture& p) { return p.x > 10e-3; });
  const punctures::Coverage coverage = cover(half, k_window);
  CHECK(coverage.dispersion_2mm > 5);
  CHECK(coverage.evenness == doctest::Approx(1 / (1 + coverage.dispersion_2mm)));
}

TEST_CASE("[unit] nothing landed covers nothing") {
  const punctures::Coverage coverage = cover({}, k_window);
  CHECK(coverage.density == 0);
  CHECK(coverage.evenness == 0);
  CHECK(coverage.nearest_neighbour == 0);
}
