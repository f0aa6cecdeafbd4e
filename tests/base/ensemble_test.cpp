#include "percuta/base/ensemble.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/sample.hpp"
#include "percuta/base/random.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

Quantity uncertain(double low, double value, double high) {
  return {value, low, high, Kind::assumed, "Key", ""};
}

/// Two uncertain numbers, and a third that a later version adds in front of them.
struct Pair {
  Quantity added, linear, log;
  bool has_added = false;
};
void describe(Pair& pair, Visitor& visitor) {
  if (pair.has_added) visitor.quantity({.name = "added", .meaning = "Added"}, pair.added);
  visitor.quantity({.name = "linear", .meaning = "Linear"}, pair.linear);
  visitor.quantity({.name = "log", .meaning = "Log", .spread = Spread::log}, pair.log);
}

Pair drawn(Pair pair, const Member& member, const std::string& prefix = "p.") {
  draw([&pair](Visitor& visitor) { describe(pair, visitor); }, member, prefix);
  return pair;
}

Pair a_pair() {
  return {uncertain(0, 1, 2), uncertain(1, 2, 5), uncertain(10, 100, 300)};
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;
  const auto n = static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum_a += a[i];
    sum_b += b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
    ab += a[i] * b[i];
  }
  return (ab - sum_a * sum_b / n) / std::sqrt((aa - sum_a * sum_a / n) * (bb - sum_b * sum_b / n));
}

}  // namespace

TEST_CASE("[law] draws have the median and the deciles that were declared") {
  const std::uint32_t n = 2000;
  std::vector<double> linear, log;
  for (std::uint32_t i = 1; i <= n; ++i) {
    const Pair pair = drawn(a_pair(), {11, i, n});
    linear.push_back(pair.linear);
    log.push_back(pair.log);
  }
  const Interval of_linear = interval_of(linear);
  CHECK(of_linear.value == doctest::Approx(2).epsilon(0.005));
  CHECK(of_linear.low == doctest::Approx(1).epsilon(0.005));
  CHECK(of_linear.high == doctest::Approx(5).epsilon(0.005));
  const Interval of_log = interval_of(log);
  CHECK(of_log.value == doctest::Approx(100).epsilon(0.005));
  CHECK(of_log.low == doctest::Approx(10).epsilon(0.01));
  CHECK(of_log.high == doctest::Approx(300).epsilon(0.01));
  CHECK(*std::min_element(log.begin(), log.end()) > 0);
  CHECK(std::abs(correlation(linear, log)) < 0.08);
}

TEST_CASE("[law] every stratum has one member") {
  const std::uint32_t n = 32;
  std::vector<bool> is_taken(n);
  for (std::uint32_t i = 1; i <= n; ++i) {
    const double z = (drawn({{}, uncertain(-1.2815515655446004, 0, 1.2815515655446004), {}}, {3, i, n}).linear);
    const auto stratum = static_cast<std::size_t>(0.5 * std::erfc(-z / std::sqrt(2.0)) * n);
    REQUIRE(stratum < n);
    CHECK_FALSE(is_taken[stratum]);
    is_taken[stratum] = true;
  }
}

TEST_CASE("[law] the same member draws the same bytes, others draw others") {
  const Pair first = drawn(a_pair(), {11, 5, 32});
  CHECK(drawn(a_pair(), {11, 5, 32}).linear.value == first.linear.value);
  CHECK(drawn(a_pair(), {12, 5, 32}).linear.value != first.linear.value);
  CHECK(drawn(a_pair(), {11, 6, 32}).linear.value != first.linear.value);
  CHECK(drawn(a_pair(), {11, 5, 32}, "q.").linear.value != first.linear.value);
}

TEST_CASE("[law] a new parameter does not shift the draws of others") {
  Pair pair = a_pair();
  const Pair before = drawn(pair, {11, 5, 32});
  pair.has_added = true;
  const Pair after = drawn(pair, {11, 5, 32});
  CHECK(after.added.value != pair.added.value);
  CHECK(after.linear.value == before.linear.value);
  CHECK(after.log.value == before.log.value);
}

TEST_CASE("[law] member 0 keeps the medians, certain numbers stay") {
  CHECK(drawn(a_pair(), {11, 0, 32}).linear.value == 2);
  Pair pair = a_pair();
  pair.linear = certain(4);
  CHECK(drawn(pair, {11, 5, 32}).linear.value == 4);
  CHECK_THROWS_AS(drawn(a_pair(), {11, 33, 32}), std::out_of_range);
}

TEST_CASE("[law] a wider spread gives wider draws") {
  const auto width = [](double low, double high) {
    std::vector<double> values;
    for (std::uint32_t i = 1; i <= 32; ++i)
      values.push_back(drawn({{}, uncertain(low, 10, high), {}}, {1, i, 32}).linear);
    const Interval interval = interval_of(values);
    return interval.high - interval.low;
  };
  CHECK(width(8, 12) == doctest::Approx(4 * width(9.5, 10.5)));
}

TEST_CASE("[law] draws stay inside the declared bounds") {
  const Units units;
  const std::string text =
      replaced(k_good_sample, "share = \"30 percent\"",
               "share = { value = 0.9, low = 0.3, high = 1, unit = \"1\", source = \"K\", kind = \"assumed\" }");
  bool is_clamped = false;
  const auto sample = read_struct<Sample>(parse_document(text, "s"), nullptr, units);
  for (std::uint32_t i = 1; i <= 100; ++i) {
    Sample copy = sample;
    draw(walk(copy), {1, i, 100}, "sample.");
    CHECK(copy.share >= 0);
    CHECK(copy.share <= 1);
    is_clamped = is_clamped || copy.share == 1;
  }
  CHECK(is_clamped);
}

TEST_CASE("[unit] tables, lists of tables and lists of quantities are drawn, each on its own") {
  Sample sample;
  sample.tool.length = uncertain(1, 2, 3);
  sample.directions = {uncertain(1, 2, 3), uncertain(1, 2, 3)};
  sample.box.resize(2);
  for (Tool& tool : sample.box) tool.length = uncertain(1, 2, 3);
  draw(walk(sample), {1, 3, 32}, "sample.");
  const std::vector<double> values = {sample.tool.length, sample.directions[0], sample.directions[1],
                                      sample.box[0].length, sample.box[1].length};
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK(values[i] != 2.0);
    CHECK(std::count(values.begin(), values.end(), values[i]) == 1);
  }
}

TEST_CASE("[unit] a logarithmic spread needs a low above zero") {
  Pair pair = a_pair();
  pair.log = uncertain(0, 1, 2);
  CHECK_THROWS_AS(drawn(pair, {1, 1, 32}), InputError);
}

TEST_CASE("[unit] intervals put each member in the middle of its share (type 5)") {
  const Interval interval = interval_of({5, 1, 4, 2, 3});
  CHECK(interval.value == 3);
  CHECK(interval.low == doctest::Approx(1));
  CHECK(interval.high == doctest::Approx(5));
  CHECK(interval_of({7}).low == 7);
  CHECK(interval_of({7}).high == 7);
  CHECK(interval_of({1, 2}).value == 1.5);
}

TEST_CASE("[unit] intervals of broken members are refused") {
  CHECK_THROWS_AS(interval_of({1, std::numeric_limits<double>::quiet_NaN()}), SolverError);
  CHECK_THROWS_AS(interval_of({1, std::numeric_limits<double>::infinity()}), SolverError);
  CHECK_THROWS_AS(interval_of({}), SolverError);
}
