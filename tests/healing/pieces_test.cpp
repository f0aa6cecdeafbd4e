#include "percuta/healing/pieces.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "healing/rates_fixture.hpp"
#include "percuta/base/random.hpp"

using namespace percuta;
using namespace percuta::healing;
using tests::k_day;

namespace {

Doses some_doses(std::size_t places, std::size_t depths) {
  Doses doses;
  doses.depths = depths;
  for (std::size_t i = 0; i < places * depths; ++i)
    doses.alarm.push_back(0.01 + static_cast<double>(i * 37 % 101) / 25);
  return doses;
}

const Member k_member{1, 0, 4};

}  // namespace

TEST_CASE("[unit] two slices lie in the papillary dermis, six in the reticular, and they make up the dermis") {
  const skin::Skin skin = tests::skin_of();
  const Slices slices = slices_of(skin);
  CHECK(slices.papillary == 2);
  CHECK(slices.depths.size() == 8);
  CHECK(std::accumulate(slices.weights.begin(), slices.weights.end(), 0.0) == doctest::Approx(1));
  CHECK(slices.depths.front() > skin.top_of("papillary_dermis"));
  CHECK(slices.depths.back() < skin.top_of("fat"));
  CHECK(slices.thickness == doctest::Approx(1e-3));
}

TEST_CASE("[unit] of a dermis that is one layer the upper quarter stands for the papillary one; gel has none") {
  skin::Skin skin;
  skin.layers = {{"epidermis", 0, 50e-6, 1}, {"dermis", 50e-6, 850e-6, 1}};
  const Slices slices = slices_of(skin);
  CHECK(slices.depths.size() == 8);
  CHECK(slices.depths[1] == doctest::Approx(200e-6));
  skin.layers = {{"gel", 0, 1e-2, 1}};
  CHECK(slices_of(skin).depths.empty());
}

TEST_CASE("[unit] places are spread over the window, as many as wanted, the same for the same member") {
  const numerics::Polygon window = {{0, 0}, {20e-3, 0}, {20e-3, 10e-3}, {0, 10e-3}};
  const auto places = scattered(window, 500, k_member, "places");
  CHECK(places.size() == doctest::Approx(500).epsilon(0.1));
  for (const numerics::Point& place : places) CHECK(numerics::contains(window, place));
  CHECK(scattered(window, 500, k_member, "places")[7].x == places[7].x);
  CHECK(scattered({{0, 0}, {1e-9, 0}, {1e-9, 1e-9}}, 1, k_member, "places").size() >= 1);
}

TEST_CASE("[law] classes keep what the pieces' doses would make, layer by layer") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const DoseResponse response(law);
  const Slices slices = slices_of(tests::skin_of());
  const PieceDoses doses({some_doses(60, 8)}, {{0, 0}}, 9, response);
  const PieceClasses classes = classes_of(doses, slices, response, 16);
  CHECK(classes.dermis.size() == 16);
  CHECK(std::accumulate(classes.dermis.begin(), classes.dermis.end(), 0.0) == doctest::Approx(1));
  CHECK(std::accumulate(classes.papillary.begin(), classes.papillary.end(), 0.0) == doctest::Approx(1));
  double by_classes = 0, by_pieces = 0;
  for (std::size_t c = 0; c < 16; ++c) by_classes += classes.dermis[c] * response.of(classes.blows[0][c].alarm);
  for (std::size_t i = 0; i < doses.pieces(); ++i) by_pieces += slices.weights[i % 8] / 60 * doses.responses(0)[i];
  CHECK(by_classes == doctest::Approx(by_pieces).epsilon(1e-6));
}

TEST_CASE("[law] without classes each piece is walked with its own dose") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const DoseResponse response(law);
  const Doses own = some_doses(5, 8);
  const PieceDoses doses({own}, {{0, 0}}, 9, response);
  const PieceClasses all = classes_of(doses, slices_of(tests::skin_of()), response, 0);
  CHECK(all.dermis.size() == 40);
  for (std::size_t i = 0; i < 40; ++i) CHECK(all.blows[0][i].alarm == doctest::Approx(own.alarm[i]).epsilon(1e-6));
}

TEST_CASE("[law] a session that repeats another's wounds strikes other places, as deep") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const PieceDoses doses({some_doses(50, 8)}, {{0, 0}, {k_day, 0}, {2 * k_day, 0}}, 9, DoseResponse(law));
  std::size_t moved = 0;
  std::vector<bool> is_hit(doses.pieces());
  for (std::size_t i = 0; i < doses.pieces(); ++i) {
    CHECK(doses.entry(0, i) == i);
    CHECK(doses.entry(1, i) % 8 == i % 8);
    is_hit[doses.entry(1, i)] = true;
    moved += doses.entry(1, i) != i ? 1 : 0;
  }
  CHECK(moved > doses.pieces() / 2);
  for (const bool hit : is_hit) CHECK(hit);
}

TEST_CASE("[unit] the mean over a layer is that of its classes") {
  const Law law = tests::healthy_law(tests::healing_rates());
  Tissue rich;
  rich.three = 0.4;
  rich.late = 0.2;
  const Moment mean = mean_moment(law, {rich, Tissue{}}, {0.25, 0.75});
  CHECK(mean.tissue.gain() == doctest::Approx(0.1));
  CHECK(mean.tgf_beta == doctest::Approx(0.25 * law.sR * 0.2));
  const Moment sound = mean_moment(law, {Tissue{}}, {1});
  CHECK(sound.tissue.gain() == 0);
  CHECK(mean_of({&sound, &sound}).tissue.gain() == 0);
  const Course course = course_of(law, {0, 1}, {{Tissue{}}, {rich}}, {{0}, {1}, {1}, {}});
  CHECK(course.papillary.size() == 2);
  CHECK(course.dermis[1].tissue.gain() == doctest::Approx(0.4));
}

TEST_CASE("[law] classes of daily use gain what every piece by itself gains") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const DoseResponse response(law);
  const Slices slices = slices_of(tests::skin_of());
  std::vector<Doses> kinds;
  Stream stream({4, 0, 0, 0, "doses"});
  for (int kind = 0; kind < 12; ++kind) {
    Doses& doses = kinds.emplace_back();
    doses.depths = 8;
    for (int i = 0; i < 60 * 8; ++i) doses.alarm.push_back(0.06 * std::exp(stream.normal()));
  }
  std::vector<Visit> visits;
  for (std::size_t i = 0; i < 60; ++i) visits.push_back({static_cast<double>(i) * k_day, i % 12});
  const PieceDoses doses(std::move(kinds), visits, 9, response);
  const auto gain = [&](std::size_t most) {
    const PieceClasses classes = classes_of(doses, slices, response, most);
    Walk walk;
    for (const Visit& visit : visits) walk.sessions.push_back(visit.time);
    walk.blows = classes.blows;
    walk.times = {70 * k_day};
    return mean_moment(law, healing::walk(law, walk).tissue.back(), classes.dermis).tissue.gain();
  };
  const double pieces = gain(0);
  CHECK(pieces > 0.005);
  CHECK(gain(64) == doctest::Approx(pieces).epsilon(0.05));
}
