#include "percuta/safety/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "percuta/safety/safety.hpp"

using namespace percuta;
using safety::Nearness;

namespace {

Quantity from(double si, const std::string& source) {
  Quantity quantity = certain(si);
  quantity.source = source;
  return quantity;
}

/// At most 0.3 mm at home; at most 0.2 mm on the cheek, our rule; at least 1 mm for radio frequency.
std::vector<safety::Limit> rows() {
  return {{"device.reach", {}, {"home"}, {}, from(0.3e-3, "Somebody2020"), {}, "Longer needles are for trained hands"},
          {"device.reach", {"cheek"}, {}, {}, from(0.2e-3, "PercutaRule"), {}, "A rule"},
          {"device.reach", {}, {}, {"rf"}, {}, from(1e-3, "Somebody2021"), "Heat must stay below"},
          {"coverage.density", {"eyelid"}, {}, {}, from(500e4, "PercutaRule"), {}, "A rule"}};
}

std::vector<safety::JudgedLimit> judged(const safety::LimitPlace& place, const Interval& reach) {
  return safety::judge(rows(), place, {{"device.reach", reach}, {"coverage.density", {100e4, 90e4, 110e4}}}, Units());
}

}  // namespace

TEST_CASE("[law] beyond is the median past a bound, near an end of the interval past it, inside neither") {
  CHECK(safety::nearness_of({1, 0.5, 1.5}, 2, true) == Nearness::inside);
  CHECK(safety::nearness_of({1, 0.5, 2.5}, 2, true) == Nearness::near);
  CHECK(safety::nearness_of({2, 1.5, 2.5}, 2, true) == Nearness::near);
  CHECK(safety::nearness_of({2.1, 1.5, 2.5}, 2, true) == Nearness::beyond);
  CHECK(safety::nearness_of({2, 2, 2}, 2, true) == Nearness::inside);
  CHECK(safety::nearness_of({3, 2.5, 3.5}, 2, false) == Nearness::inside);
  CHECK(safety::nearness_of({3, 1.5, 3.5}, 2, false) == Nearness::near);
  CHECK(safety::nearness_of({1.9, 1.5, 3.5}, 2, false) == Nearness::beyond);
}

TEST_CASE("[unit] of several bounds the tightest is held, and what is left up to it is told") {
  const auto all = judged({"cheek", "Cheek", "home", "roller"}, {0.15e-3, 0.1e-3, 0.25e-3});
  REQUIRE(all.size() == 2);
  CHECK(all[0].quantity == "device.reach");
  CHECK(all[0].bound == doctest::Approx(0.2));
  CHECK(all[0].distance == doctest::Approx(0.05));
  CHECK(all[0].nearness == Nearness::near);
  CHECK(all[0].is_our_rule());
  CHECK(all[0].where == "cheek");
  const auto elsewhere = judged({"neck", "Neck", "home", "roller"}, {0.4e-3, 0.35e-3, 0.45e-3});
  CHECK(elsewhere[0].nearness == Nearness::beyond);
  CHECK(elsewhere[0].distance == doctest::Approx(-0.1));
  CHECK(elsewhere[0].where == "at home");
  CHECK(elsewhere[0].source == "Somebody2020");
}

TEST_CASE("[unit] what is limited elsewhere and not here has no published limit, never a green light") {
  const auto all = judged({"neck", "Neck", "clinic", "pen"}, {1.5e-3, 1.4e-3, 1.6e-3});
  REQUIRE(all.size() == 2);
  for (const safety::JudgedLimit& one : all) {
    CHECK(to_word(one.nearness) == "no published limit");
    CHECK(sentence_of(one).find("no published limit here is known to us") != std::string::npos);
  }
}

TEST_CASE("[unit] a bound from below is held beside one from above") {
  const auto all = judged({"cheek", "Cheek", "clinic", "rf"}, {0.8e-3, 0.7e-3, 0.9e-3});
  REQUIRE(all.size() == 3);
  CHECK(all[0].is_at_most);
  CHECK(all[0].nearness == Nearness::beyond);
  CHECK_FALSE(all[1].is_at_most);
  CHECK(all[1].nearness == Nearness::beyond);
  CHECK(all[1].distance == doctest::Approx(-0.2));
}

TEST_CASE("[unit] of several sessions each bound shows the one that comes nearest to it, the worst word first") {
  const safety::LimitPlace place{"cheek", "Cheek", "home", "roller"};
  auto all = judged(place, {0.1e-3, 0.1e-3, 0.1e-3});
  for (safety::JudgedLimit one : judged(place, {0.6e-3, 0.5e-3, 0.7e-3})) {
    one.session = 2;
    all.push_back(one);
  }
  const auto nearest = safety::nearest_of(all);
  REQUIRE(nearest.size() == 2);
  CHECK(nearest[0].session == 2);
  CHECK(nearest[0].nearness == Nearness::beyond);
  CHECK(nearest[1].nearness == Nearness::no_limit);
}

TEST_CASE("[unit] a sentence tells the number, the bound, where it holds, the distance and who says so") {
  const auto all = judged({"neck", "Neck", "home", "roller"}, {0.4e-3, 0.35e-3, 0.45e-3});
  CHECK(
      sentence_of(all[0]) ==
      "How far the needles can reach: 0.4 mm [0.35, 0.45]; at most 0.3 mm (at home): beyond by 0.1 mm. Longer needles "
      "are for trained hands (Somebody2020).");
  const auto ours = judged({"cheek", "Cheek", "home", "roller"}, {0.1e-3, 0.1e-3, 0.1e-3});
  CHECK(sentence_of(ours[0]).ends_with("at most 0.2 mm (cheek): inside, 0.1 mm left. A rule (our rule)."));
}

TEST_CASE("[unit] the reach that is judged is the median, with all low and all high ends") {
  device::Device device;
  device.kind = "stamp";
  device.needle.length = certain(1e-3);
  device.needle.length.low = 0.9e-3;
  device.needle.length.high = 1.2e-3;
  const safety::Measured reach = safety::reach_of(device, {}, {});
  CHECK(reach.quantity == "device.reach");
  CHECK(reach.si.value == 1e-3);
  CHECK(reach.si.low == 0.9e-3);
  CHECK(reach.si.high == 1.2e-3);
}
