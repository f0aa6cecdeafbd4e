#include "percuta/base/described_values.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace percuta;

namespace {

struct Some {
  Quantity length;
  std::int64_t count = 3;
  std::string word = "grid";
  std::vector<Quantity> times;
};

DescribedValues values_of_some(Some some) {
  return values_of([&](Visitor& visitor) {
    visitor.quantity({.name = "length", .meaning = "A length"}, some.length);
    visitor.count({.name = "count", .meaning = "A count"}, some.count);
    visitor.word({.name = "word", .meaning = "A word"}, some.word);
    visitor.quantities({.name = "times", .meaning = "Some times"}, some.times);
  });
}

}  // namespace

TEST_CASE("[unit] every value of what is described tells two apart, and nothing but values does") {
  const DescribedValues usual = values_of_some({});
  const auto is_told_apart = [&](const std::function<void(Some&)>& turn) {
    Some other;
    turn(other);
    return !(values_of_some(other) == usual);
  };
  CHECK_FALSE(is_told_apart([](Some&) {}));
  CHECK(is_told_apart([](Some& some) { some.length = certain(1); }));
  CHECK(is_told_apart([](Some& some) { some.count = 4; }));
  CHECK(is_told_apart([](Some& some) { some.word = "hex"; }));
  CHECK(is_told_apart([](Some& some) { some.times = {certain(0)}; }));
  CHECK_FALSE(is_told_apart([](Some& some) { some.length.source = "elsewhere"; }));
}
