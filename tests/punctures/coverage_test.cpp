#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "percuta/numerics/statistics/envelope.hpp"
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

TEST_CASE("[law] the largest gap of a lattice is the diagonal between its holes, and that of a strip its width") {
  CHECK(cover(lattice(0.5e-3, 1), k_window).largest_gap == doctest::Approx(0.5e-3 * 1.41421356).epsilon(1e-4));
  Punctures gapped = lattice(0.5e-3, 1);
  std::erase_if(gapped.all, [](const Puncture& p) { return p.x > 8e-3 && p.x < 11e-3; });
  CHECK(cover(gapped, k_window).largest_gap == doctest::Approx(3.5e-3).epsilon(0.02));
}

TEST_CASE("[law] thin quadrats are counted at each scale, and each scale has its own index") {
  Punctures half = lattice(0.5e-3, 1);
  std::erase_if(half.all, [](const Puncture& p) { return p.x > 12e-3; });
  const punctures::Coverage coverage = cover(half, k_window);
  for (const double share : {coverage.thin_share_1mm, coverage.thin_share_2mm, coverage.thin_share_4mm}) {
    CHECK(share == doctest::Approx(0.4));
  }
  CHECK(coverage.dispersion_1mm < coverage.dispersion_2mm);
  CHECK(coverage.dispersion_2mm < coverage.dispersion_4mm);
  CHECK(coverage.evenness_4mm == doctest::Approx(1 / (1 + coverage.dispersion_4mm)));
  CHECK(coverage.evenness_1mm == doctest::Approx(1 / (1 + coverage.dispersion_1mm)));
}

TEST_CASE("[law] strokes side by side miss nothing; one laid over another overlaps and leaves a track") {
  const auto laid = [](double second_from) {
    Punctures punctures = lattice(0.5e-3, 1);
    for (Puncture& p : punctures.all) p.stroke = 0;
    std::erase_if(punctures.all, [](const Puncture& p) { return p.x > 10e-3; });
    const std::vector<Puncture> first = punctures.all;
    for (Puncture p : first) {
      p.x += second_from;
      p.stroke = 1;
      p.in_window = numerics::contains(k_window, {p.x, p.y});
      punctures.all.push_back(p);
    }
    return punctures;
  };
  const punctures::Coverage beside = cover(laid(12e-3), k_window), over = cover(laid(6.1e-3), k_window);
  CHECK(beside.missed_share == doctest::Approx(0.025).epsilon(0.6));
  CHECK(beside.overlap_share == 0);
  CHECK(over.overlap_share == doctest::Approx(0.29).epsilon(0.1));
  CHECK(over.missed_share == doctest::Approx(0.2).epsilon(0.1));
  CHECK(over.track_dispersion > 5 * beside.track_dispersion);
  CHECK(over.track_heading == doctest::Approx(1.5707963).epsilon(1e-6));
}

TEST_CASE("[unit] where nothing landed there is a density, a gap and all of the area missed, and nothing else") {
  const punctures::Coverage coverage = cover({}, k_window);
  CHECK(coverage.density == 0);
  CHECK(coverage.distinct_density == 0);
  CHECK(coverage.missed_share == 1);
  CHECK(coverage.overlap_share == 0);
  CHECK(coverage.largest_gap == doctest::Approx(20e-3).epsilon(1e-3));
  for (const double none :
       {coverage.nearest_neighbour, coverage.nearest_neighbour_index, coverage.reentry_share, coverage.dispersion_1mm,
        coverage.dispersion_2mm, coverage.dispersion_4mm, coverage.evenness_1mm, coverage.evenness,
        coverage.evenness_4mm, coverage.thin_share_1mm, coverage.thin_share_2mm, coverage.thin_share_4mm,
        coverage.track_dispersion, coverage.unevenness_1mm, coverage.unevenness_2mm, coverage.unevenness_4mm}) {
    CHECK(std::isnan(none));
  }
}

TEST_CASE("[unit] a single hole has no neighbour; its place in the window is uneven") {
  Punctures one;
  one.all.emplace_back();
  one.all.front().x = one.all.front().y = 5e-3;
  one.all.front().in_window = true;
  one.holes = 1;
  const punctures::Coverage coverage = cover(one, k_window);
  CHECK(coverage.density == doctest::Approx(1 / 4e-4));
  CHECK(std::isnan(coverage.nearest_neighbour));
  CHECK(std::isnan(coverage.nearest_neighbour_index));
  CHECK(coverage.evenness > 0);
  CHECK(coverage.reentry_share == 0);
}

TEST_CASE("[unit] in a window of one square there is no evenness at its scale") {
  Punctures landed = lattice(0.5e-3, 1);
  const numerics::Polygon small = {{5e-3, 5e-3}, {8e-3, 5e-3}, {8e-3, 8e-3}, {5e-3, 8e-3}};
  for (Puncture& p : landed.all) p.in_window = numerics::contains(small, {p.x, p.y});
  const punctures::Coverage coverage = cover(landed, small);
  CHECK(std::isnan(coverage.evenness_4mm));
  CHECK(std::isnan(coverage.thin_share_4mm));
  CHECK(coverage.evenness_1mm > 0.5);
}

TEST_CASE("[law] strikes of one stroke belong together wherever they stand in the list") {
  Punctures landed = lattice(1e-3, 1);
  for (std::size_t i = 0; i < landed.all.size(); ++i) landed.all[i].stroke = i < landed.all.size() / 2 ? 0 : 1;
  const punctures::Coverage told = cover(landed, k_window);
  std::stable_sort(landed.all.begin(), landed.all.end(),
                   [](const Puncture& a, const Puncture& b) { return a.x < b.x; });
  const punctures::Coverage sorted = cover(landed, k_window);
  CHECK(told.missed_share < 0.2);
  CHECK(sorted.missed_share == told.missed_share);
  CHECK(sorted.overlap_share == told.overlap_share);
}

TEST_CASE("[law] the nearest neighbour's index is 2 for a square lattice and 1 for chance") {
  CHECK(cover(lattice(0.5e-3, 1), k_window).nearest_neighbour_index == doctest::Approx(2));
  Punctures random;
  const numerics::Polygon around = {{-5e-3, -5e-3}, {25e-3, -5e-3}, {25e-3, 25e-3}, {-5e-3, 25e-3}};
  for (const numerics::Point& p : numerics::random_points(9000, around, {4, 0, 0})) {
    Puncture puncture;
    puncture.x = p.x;
    puncture.y = p.y;
    puncture.in_window = numerics::contains(k_window, p);
    random.all.push_back(puncture);
  }
  CHECK(cover(random, k_window).nearest_neighbour_index == doctest::Approx(1).epsilon(0.04));
}

TEST_CASE("[law] a window made ready serves one that differs by rounding, whose own area counts") {
  const punctures::CoverageWindow ready(k_window);
  numerics::Polygon near = k_window;
  near[2].x = std::nextafter(near[2].x, 1.0);
  CHECK(ready.is_of(near));
  const Punctures landed = lattice(0.5e-3, 1);
  const punctures::Coverage own = cover(landed, near), shared = cover(landed, near, ready);
  CHECK(shared.density == own.density);
  CHECK(shared.dispersion_2mm == doctest::Approx(own.dispersion_2mm));
  CHECK(shared.largest_gap == doctest::Approx(own.largest_gap).epsilon(1e-9));
  near[2].x += 1e-9;
  CHECK_FALSE(ready.is_of(near));
  near.pop_back();
  CHECK_FALSE(ready.is_of(near));
}

namespace {

/// Holes by chance, three times as dense where x < 10 mm.
Punctures streaky(std::size_t points, std::uint32_t seed) {
  Punctures made;
  int beyond = 0;
  for (const numerics::Point& p : numerics::random_points(points, k_window, {seed, 0, 0})) {
    if (p.x > 10e-3 && ++beyond % 3 != 0) continue;
    Puncture one;
    one.x = p.x;
    one.y = p.y;
    one.in_window = true;
    made.all.push_back(one);
  }
  made.holes = static_cast<std::int64_t>(made.all.size());
  return made;
}

/// Each hole kept by a stream of chance, one in `of`.
Punctures thinned(const Punctures& all, int of, std::uint32_t seed) {
  Punctures left = all;
  left.all.clear();
  std::uint32_t state = seed;
  for (const Puncture& one : all.all) {
    state = state * 1664525U + 1013904223U;
    if ((state >> 16U) % static_cast<std::uint32_t>(of) == 0) left.all.push_back(one);
  }
  left.holes = static_cast<std::int64_t>(left.all.size());
  return left;
}

}  // namespace

TEST_CASE("[law] thinning at random leaves unevenness as it is on average, while dispersion falls towards chance") {
  const Punctures all = streaky(20000, 3);
  const punctures::Coverage whole = cover(all, k_window);
  CHECK(whole.unevenness_2mm > 0.01);
  double unevenness = 0, dispersion = 0;
  const int n = 60;
  for (std::uint32_t i = 0; i < n; ++i) {
    const punctures::Coverage part = cover(thinned(all, 8, 17 + i * 7919), k_window);
    unevenness += part.unevenness_2mm / n;
    dispersion += part.dispersion_2mm / n;
  }
  CHECK(unevenness == doctest::Approx(whole.unevenness_2mm).epsilon(0.15));
  CHECK(dispersion - 1 < 0.3 * (whole.dispersion_2mm - 1));
}

TEST_CASE("[law] unevenness is below 0 for a lattice, and D of equal doses is the root of dispersion over the mean") {
  Punctures even = lattice(0.5e-3, 1);
  punctures::Coverage coverage = cover(even, k_window);
  CHECK(coverage.unevenness_2mm == doctest::Approx(-1.0 / 16));
  std::erase_if(even.all, [](const Puncture& p) { return p.x > 10e-3; });
  coverage = cover(even, k_window);
  punctures::add_dose(even, std::vector<double>(even.all.size(), 3.7e-4), punctures::CoverageWindow(k_window),
                      coverage);
  CHECK(coverage.dose_variation_2mm == doctest::Approx(std::sqrt(coverage.dispersion_2mm / 8)));
}

TEST_CASE("[law] a dose that varies in depth alone varies from place to place; without any there is no variation") {
  const Punctures even = lattice(0.5e-3, 1);
  const punctures::CoverageWindow window(k_window);
  punctures::Coverage coverage = cover(even, k_window);
  std::vector<double> doses;
  for (const Puncture& p : even.all) doses.push_back(p.x < 10e-3 ? 1e-3 : 0.5e-3);
  punctures::add_dose(even, doses, window, coverage);
  CHECK(coverage.dose_variation_2mm == doctest::Approx(1.0 / 3).epsilon(0.02));
  punctures::add_dose(even, std::vector<double>(even.all.size(), 0), window, coverage);
  CHECK(std::isnan(coverage.dose_variation_2mm));
}

TEST_CASE("[law] half a pitch round the needles counts as treated, so places side by side miss no rim") {
  Punctures places;
  for (int i = 0; i < 100; ++i) {
    Puncture p;
    p.x = (i % 10 + 0.5) * 2e-3;
    p.y = (i / 10 + 0.5) * 2e-3;
    p.stroke = p.hole = i;
    p.in_window = true;
    places.all.push_back(p);
  }
  places.holes = 100;
  CHECK(cover(places, k_window).missed_share == 1);
  places.reach_around = 1e-3 * 1.41421356;
  CHECK(cover(places, k_window).missed_share == doctest::Approx(0));
  CHECK(cover(places, k_window).overlap_share == 0);
  places.reach_around = 0.5e-3;
  CHECK(cover(places, k_window).missed_share == doctest::Approx(1 - 3.14159265 / 16).epsilon(0.1));
}

TEST_CASE("[law] the evenness of a patch is asked where it lies, not in the window round it") {
  Punctures patch = lattice(0.5e-3, 1);
  std::erase_if(patch.all, [](const Puncture& p) { return p.x < 4e-3 || p.x > 14e-3 || p.y < 4e-3 || p.y > 14e-3; });
  patch.reach_around = 0.25e-3;
  CHECK(cover(patch, k_window).dispersion_2mm > 5);
  patch.is_left_on = true;
  CHECK(cover(patch, k_window).dispersion_2mm < 0.2);
  CHECK(cover(patch, k_window).evenness > 0.8);
  CHECK(cover(patch, k_window).missed_share == doctest::Approx(0.75).epsilon(0.05));
}
