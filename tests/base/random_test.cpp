#include "percuta/base/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <vector>

using namespace percuta;

namespace {

std::vector<double> numbers(const StreamKey& key, int n) {
  Stream stream(key);
  std::vector<double> result;
  for (int i = 0; i < n; ++i) result.push_back(stream.uniform());
  return result;
}

}  // namespace

TEST_CASE("[law] Philox gives the words that its authors published") {
  using Words = std::array<std::uint32_t, 4>;
  CHECK(philox_block({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  const std::uint32_t ones = 0xffffffff;
  CHECK(philox_block({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox_block({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("[law] the same key gives the same numbers, any other key others") {
  const StreamKey key{7, 1, 2, 3, "strokes.heading"};
  const std::vector<double> first = numbers(key, 20);
  CHECK(numbers(key, 20) == first);
  const StreamKey others[] = {{8, 1, 2, 3, "strokes.heading"}, {7, 2, 2, 3, "strokes.heading"},
                              {7, 1, 3, 3, "strokes.heading"}, {7, 1, 2, 4, "strokes.heading"},
                              {7, 1, 2, 3, "strokes.offset"},  {7, 2, 1, 3, "strokes.heading"}};
  for (const StreamKey& other : others) {
    const std::vector<double> numbers_of_other = numbers(other, 20);
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(numbers_of_other[i] != first[i]);
  }
}

TEST_CASE("[law] these bytes never change") {
  Stream stream({7, 1, 2, 3, "test"});
  CHECK(stream.uniform() == 0.10057169352004414);
  CHECK(stream.normal() == doctest::Approx(-0.62027655022743755).epsilon(1e-15));
  CHECK(stream.below(1000) == 135);
  CHECK(hash_text("") == 0xcbf29ce484222325U);
  CHECK(hash_text("a") == 0xaf63dc4c8601ec8cU);
  CHECK(hash_text("foobar") == 0x85944171f73967e8U);
  CHECK(hash_text("bar", hash_text("foo")) == hash_text("foobar"));
}

TEST_CASE("[law] uniform numbers fill (0, 1) evenly and never touch its ends") {
  CHECK(unit_number(0) > 0);
  CHECK(unit_number(~std::uint64_t{0}) < 1);
  const int n = 100000;
  double sum = 0, squares = 0;
  for (const double u : numbers({1, 0, 0, 0, "uniform"}, n)) {
    REQUIRE(u > 0);
    REQUIRE(u < 1);
    sum += u;
    squares += u * u;
  }
  const double mean = sum / n;
  CHECK(std::abs(mean - 0.5) < 4 * std::sqrt(1.0 / 12 / n));
  CHECK(std::abs(squares / n - mean * mean - 1.0 / 12) < 1e-3);
}

TEST_CASE("[law] normal numbers have mean 0 and variance 1") {
  Stream stream({1, 0, 0, 0, "normal"});
  const int n = 100000;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double z = stream.normal();
    sum += z;
    squares += z * z;
  }
  CHECK(std::abs(sum / n) < 4 / std::sqrt(n));
  CHECK(std::abs(squares / n - 1) < 4 * std::sqrt(2.0 / n));
}

TEST_CASE("[law] whole numbers below n are equally likely") {
  Stream stream({1, 0, 0, 0, "below"});
  std::vector<int> counts(6);
  const int n = 60000;
  for (int i = 0; i < n; ++i) ++counts.at(stream.below(6));
  for (const int count : counts) CHECK(std::abs(count - n / 6) < 4 * std::sqrt(n / 6.0));
  CHECK(stream.below(1) == 0);
  CHECK(stream.below(0) == 0);
}

TEST_CASE("[law] shuffling is one to one, and each key shuffles its own way") {
  for (const std::uint32_t n : {1U, 2U, 3U, 7U, 32U, 33U, 1000U}) {
    std::set<std::uint32_t> seen;
    std::vector<std::uint32_t> one_by_one;
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::uint32_t place = shuffled(i, n, 5);
      CHECK(place < n);
      seen.insert(place);
      one_by_one.push_back(place);
    }
    CHECK(seen.size() == n);
    CHECK(shuffled_all(n, 5) == one_by_one);
  }
  int same = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) same += shuffled(i, 1000, 5) == shuffled(i, 1000, 6) ? 1 : 0;
  CHECK(same < 10);
}

TEST_CASE("[law] shuffled places are spread evenly over the keys") {
  std::vector<int> counts(32);
  for (std::uint64_t key = 0; key < 6400; ++key) ++counts[shuffled(3, 32, mixed(key))];
  for (const int count : counts) CHECK(std::abs(count - 200) < 5 * std::sqrt(200.0));
}
