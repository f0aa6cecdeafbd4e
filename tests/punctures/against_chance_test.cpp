#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/punctures/punctures.hpp"

using namespace percuta;
using punctures::against_chance;
using punctures::AgainstChance;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const numerics::Polygon k_window = {{0, 0}, {40e-3, 0}, {44e-3, 25e-3}, {10e-3, 32e-3}};

Punctures holes_at(const std::vector<numerics::Point>& places) {
  Punctures punctures;
  for (const numerics::Point& place : places) {
    Puncture p;
    p.x = place.x;
    p.y = place.y;
    p.in_window = numerics::contains(k_window, place);
    punctures.all.push_back(p);
  }
  return punctures;
}

Punctures lattice(double pitch) {
  std::vector<numerics::Point> places;
  for (double x = 0; x < 44e-3; x += pitch) {
    for (double y = 0; y < 32e-3; y += pitch) places.push_back({x, y});
  }
  return holes_at(places);
}

Punctures chance(std::size_t n, std::uint32_t member) {
  return holes_at(numerics::random_points(n, k_window, {11, member, 0}));
}

double excess_at(const AgainstChance& found, double r) {
  const auto place = std::lower_bound(found.r.begin(), found.r.end(), r - 1e-9);
  return found.excess[static_cast<std::size_t>(place - found.r.begin())];
}

bool leaves_band(const AgainstChance& found, bool above) {
  for (std::size_t k = 0; k < found.r.size(); ++k) {
    if (above ? found.excess[k] > found.highest[k] : found.excess[k] < found.lowest[k]) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("[law] a lattice lies below the band of chance, doubled tracks above it") {
  const AgainstChance even = against_chance(lattice(1e-3), k_window, {});
  CHECK(leaves_band(even, false));
  CHECK(excess_at(even, 0.9e-3) == doctest::Approx(-0.9e-3));
  CHECK(even.p_value <= 0.0101);
  std::vector<numerics::Point> tracks;
  for (const numerics::Point& p : numerics::random_points(600, k_window, {3, 0, 0})) {
    for (int i = 0; i < 3; ++i) tracks.push_back({p.x + 0.2e-3 * i, p.y});
  }
  const AgainstChance clumped = against_chance(holes_at(tracks), k_window, {});
  CHECK(leaves_band(clumped, true));
  CHECK(excess_at(clumped, 0.5e-3) > 0.2e-3);
  CHECK(clumped.p_value <= 0.0101);
}

TEST_CASE("[law] of a hundred random patterns about five leave the band, and their curves lie about 0") {
  int outside = 0;
  double sum = 0;
  for (std::uint32_t member = 0; member < 100; ++member) {
    const AgainstChance found = against_chance(chance(200, member), k_window, {member, 0});
    const bool is_outside = leaves_band(found, true) || leaves_band(found, false);
    CHECK(is_outside == (found.p_value <= 1 - found.level + 1e-9));
    outside += is_outside ? 1 : 0;
    sum += excess_at(found, 2e-3);
  }
  CHECK(outside <= 13);  // of 100 draws of 0.05: beyond with 0.1 %
  CHECK(std::abs(sum / 100) < 0.03e-3);
}

TEST_CASE("[law] strikes at random that slip into earlier holes are chance all the same") {
  int below = 0, outside = 0;
  for (std::uint32_t member = 0; member < 40; ++member) {
    std::vector<numerics::Point> kept;
    for (const numerics::Point& p : numerics::random_points(4000, k_window, {12, member, 0})) {
      const auto is_near = [&](const numerics::Point& q) { return std::hypot(p.x - q.x, p.y - q.y) <= 80e-6; };
      if (std::none_of(kept.begin(), kept.end(), is_near)) kept.push_back(p);
    }
    const Punctures holes = holes_at(kept);
    const AgainstChance found = against_chance(holes, k_window, {member, 0, numerics::KernelClone::baseline, 80e-6});
    outside += leaves_band(found, true) || leaves_band(found, false) ? 1 : 0;
    below += leaves_band(against_chance(holes, k_window, {member, 0}), false) ? 1 : 0;
  }
  CHECK(outside <= 7);  // of 40 draws of 0.05: beyond with 0.3 %
  CHECK(below == 40);   // without the rule every one of them would seem regular
}

TEST_CASE("[law] no number of threads changes a byte, another seed does") {
  const Punctures punctures = chance(9000, 0);
  const AgainstChance one = against_chance(punctures, k_window, {5, 1});
  for (const int threads : {2, 3}) {
    const AgainstChance many = against_chance(punctures, k_window, {5, threads, numerics::best_clone()});
    CHECK(many.excess == one.excess);
    CHECK(many.lowest == one.lowest);
    CHECK(many.highest == one.highest);
  }
  CHECK(against_chance(punctures, k_window, {6, 1}).lowest != one.lowest);
}

TEST_CASE("[law] a random part of very many holes tells what all of them would") {
  const AgainstChance found = against_chance(lattice(0.25e-3), k_window, {});
  CHECK(found.holes > 15000);
  CHECK(found.asked < 5000);
  CHECK(found.asked > 1000);
  CHECK(found.r.back() == doctest::Approx(4e-3));
  // a circle of 0.95 mm about a hole holds 44 others of 0.25 mm pitch: L = sqrt(44 / 16 / pi) mm
  CHECK(std::abs(excess_at(found, 0.95e-3) - (std::sqrt(44 / 16.0 / 3.14159265) - 0.95) * 1e-3) < 0.02e-3);
}

TEST_CASE("[unit] strikes into an earlier hole and holes beyond the window do not count; few holes give no curve") {
  Punctures few = chance(19, 0);
  few.all.push_back(few.all.front());
  few.all.back().is_reentry = true;
  few.all.push_back({});
  few.all.back().x = -1;
  const AgainstChance none = against_chance(few, k_window, {});
  CHECK(none.holes == 19);
  CHECK(none.simulations == 0);
  CHECK(none.r.empty());
  CHECK(against_chance({}, k_window, {}).r.empty());
  CHECK(against_chance(chance(20, 0), k_window, {}).simulations == 99);
}

TEST_CASE("[unit] holes that stand wide are asked farther, but no farther than a quarter of the window") {
  const AgainstChance wide = against_chance(chance(60, 0), k_window, {});
  CHECK(wide.r.back() == doctest::Approx(8e-3).epsilon(0.01));
  CHECK(wide.r[1] == doctest::Approx(0.05e-3));
}
