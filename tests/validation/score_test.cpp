#include <doctest/doctest.h>

#include <cmath>

#include "validation/validation_fixture.hpp"

using namespace percuta;

namespace {

validation::Judged row(double ours, double measured, bool is_inside) {
  validation::Judged judged;
  judged.ours = {ours, ours / 2, ours * 2};
  judged.measured.value = measured;
  judged.measured.spread_kind = "none";
  judged.is_inside = is_inside;
  judged.naive = measured * 4;
  return judged;
}

}  // namespace

TEST_CASE("[unit] a score counts what is inside, and how sharp and how far off the values are") {
  std::vector<validation::Judged> rows = {row(10, 20, true), row(10, 5, true), row(30, 10, false)};
  validation::Judged silent;
  silent.not_stated = "waits";
  rows.push_back(silent);
  const validation::Score score = validation::score_of(rows);
  CHECK(score.rows == 3);
  CHECK(score.inside == 2);
  CHECK(score.not_stated == 1);
  CHECK(score.sharpness == doctest::Approx(4));
  CHECK(score.factor == doctest::Approx(2));
  CHECK(score.naive_factor == doctest::Approx(4));
  CHECK(validation::score_of({}).rows == 0);
  rows[0].ours.low = rows[1].ours.low = 0;
  CHECK(std::isinf(validation::score_of(rows).sharpness));
}

TEST_CASE("[unit] the naive rule is the mean of the calibration cases, never of the row itself") {
  const Units units;
  validation::CaseRoles roles;
  roles.devices = {{"V1", "blind", "", "", {}}, {"V2", "calibration", "", "", {}}};
  const auto make = [](const char* id, const char* quantity, double value) {
    validation::Case one;
    one.list = "devices";
    one.id = id;
    one.measured = {{quantity, "um", value, {}, {}, "none", 0}};
    validation::Comparison comparison;
    comparison.measured = quantity;
    comparison.quantity = "insertion.depth_in_place";
    one.comparisons = {comparison};
    return one;
  };
  const std::vector<validation::Case> cases = {make("V1", "blind_depth", 0.5), make("V2", "known_depth", 300)};
  validation::Judged blind;
  blind.list = "devices";
  blind.id = "V1";
  blind.quantity = "blind_depth";
  blind.naive_subject = "insertion.depth_in_place";
  blind.unit = "mm";
  blind.measured = {"blind_depth", "mm", 0.5, {}, {}, "none", 0};
  validation::Judged known = blind;
  known.id = "V2";
  known.quantity = "known_depth";
  known.unit = "um";
  known.measured = {"known_depth", "um", 300, {}, {}, "none", 0};
  std::vector<validation::Judged> rows = {blind, known};
  validation::add_naive_rule(cases, roles, units, rows);
  CHECK(rows[0].naive == doctest::Approx(0.3));
  CHECK(rows[1].naive == 0);
}
