#include "healing/waugh_model.hpp"

#include <doctest/doctest.h>

using percuta::tests::WaughModel;

namespace {

std::vector<double> tenths(double end) {
  std::vector<double> days;
  for (double day = 0; day <= end + 0.05; day += 0.1) days.push_back(day);
  return days;
}

}  // namespace

TEST_CASE(
    "[law] the normal wound: fibroblasts most at day 2.9, growth factor down by day 11, collagen level by day 16") {
  const std::vector<double> days = tenths(40);
  const auto told = WaughModel().walked(days);
  std::size_t peak = 0;
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i][WaughModel::fibroblasts] > told[peak][WaughModel::fibroblasts]) peak = i;
  }
  CHECK(told[peak][WaughModel::fibroblasts] == doctest::Approx(241).epsilon(0.01));
  CHECK(days[peak] == doctest::Approx(2.9).epsilon(0.05));
  CHECK(told[110][WaughModel::tgf] == doctest::Approx(0.54).epsilon(0.01));
  CHECK(told[160][WaughModel::collagen] == doctest::Approx(1252).epsilon(0.02));
  CHECK(told.back()[WaughModel::collagen] == doctest::Approx(1252).epsilon(0.01));
}

TEST_CASE("[law] the impaired wound keeps its growth factor and makes half of the collagen") {
  const auto told = WaughModel::impaired().walked({11, 200});
  CHECK(told[0][WaughModel::tgf] == doctest::Approx(1.3).epsilon(0.04));
  CHECK(told[0][WaughModel::collagen] == doctest::Approx(347).epsilon(0.01));
  CHECK(told[1][WaughModel::collagen] == doctest::Approx(617).epsilon(0.01));
}
