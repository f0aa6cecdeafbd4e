#include "percuta/run/patch_band.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/ensemble.hpp"

using namespace percuta;

namespace {

using Rows = std::vector<std::vector<double>>;

std::vector<ResultColumn> columns() {
  std::vector<ResultColumn> made;
  for (const char* name : {"a.uptake", "a.intact_uptake", "a.lag"}) made.push_back({"transport", name, "1", ""});
  made.push_back({"insertion", "depth", "1", ""});
  return made;
}

std::vector<double> column(const Rows& rows, std::size_t at) {
  std::vector<double> values;
  for (const std::vector<double>& row : rows) values.push_back(row[at]);
  return values;
}

}  // namespace

TEST_CASE("[law] the median becomes the patch's and the band stays as wide in relation to it") {
  Rows rows = {{1, 5, 0, 7}, {2, 6, 1, 8}, {4, 7, 2, 9}, {8, 8, 3, 9}, {3, 6, 1, 8}};
  const Interval before = interval_of(column(rows, 0));
  run::rest_on_patch(columns(), {30, 100, 2, 100}, rows);
  const Interval after = interval_of(column(rows, 0));
  CHECK(after.value == doctest::Approx(30));
  CHECK(after.low / after.value == doctest::Approx(before.low / before.value));
  CHECK(after.high / after.value == doctest::Approx(before.high / before.value));
}

TEST_CASE("[law] intact skin and other rooms are no matter of scale") {
  const Rows before = {{1, 5, 0, 7}, {2, 6, 1, 8}, {4, 7, 2, 9}, {8, 8, 3, 9}};
  Rows rows = before;
  run::rest_on_patch(columns(), {30, 100, 2, 100}, rows);
  CHECK(column(rows, 1) == column(before, 1));
  CHECK(column(rows, 3) == column(before, 3));
}

TEST_CASE("[unit] where a median is 0 the difference is added; what a member lacks it goes on lacking") {
  Rows rows = {{0, 0, -1, 0}, {0, 0, k_undefined, 0}, {0, 0, 1, 0}, {5, 0, 0, 0}};
  run::rest_on_patch(columns(), {2, 0, 3, 0}, rows);
  CHECK(column(rows, 0) == std::vector<double>{2, 2, 2, 7});
  CHECK(rows[0][2] == doctest::Approx(2));
  CHECK(std::isnan(rows[1][2]));
  run::rest_on_patch(columns(), {2, 0, k_undefined, 0}, rows);
  CHECK(std::isnan(rows[0][2]));
}

TEST_CASE("[law] where the patch has nothing no member has, and nothing that is an amount falls below 0") {
  Rows rows = {{1, 0, 0, 0}, {2, 0, 0, 0}, {9, 0, 0, 0}, {4, 0, 0, 0}};
  run::rest_on_patch(columns(), {0, 0, 0, 0}, rows);
  CHECK(column(rows, 0) == std::vector<double>{0, 0, 0, 0});
}
