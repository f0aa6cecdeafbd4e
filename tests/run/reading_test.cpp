#include "percuta/run/reading.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

/// Two members: a number, a series over three hours and shares of layers. The second member's series ends early.
run::ResultTable table_of_series() {
  const ResultColumn depth{"insertion", "depth", "mm", "How deep"};
  ResultColumn redness{"endpoints", "redness_course", "1", "How red"};
  redness.axis = ResultAxis{"time", "h", {0, 3600, 7200, 10800}, {}};
  redness.needs = "a horizon";
  ResultColumn layers{"transport", "amount", "1", "How much"};
  layers.axis = ResultAxis{"layer", "1", {}, {"epidermis", "dermis"}};
  return {{depth, redness, layers}, {{1, 1, 3, 2, 1, 7, 8}, {2, 4, 2, k_undefined, k_undefined, 9, 6}}};
}

std::vector<double> reading(const run::Reading& asked) {
  return run::read(table_of_series(), asked, Units());
}

}  // namespace

TEST_CASE("[unit] a number is read as it is, a series at a place, at its peak or where it falls below a level") {
  CHECK(reading({"insertion.depth"}) == std::vector<double>{1, 2});
  CHECK(reading({"endpoints.redness_course", 3600}) == std::vector<double>{3, 2});
  CHECK(reading({"endpoints.redness_course", 1800}) == std::vector<double>{2, 3});
  CHECK(reading({.quantity = "endpoints.redness_course", .is_peak = true}) == std::vector<double>{3, 4});
  CHECK(reading({.quantity = "transport.amount", .is_peak = true}) == std::vector<double>{8, 9});
  const auto crossing = reading({.quantity = "endpoints.redness_course", .crossing = 2.5});
  CHECK(crossing[0] == doctest::Approx(5400));
  CHECK(crossing[1] == doctest::Approx(2700));
}

TEST_CASE("[unit] a level that is never reached or never left has no crossing") {
  const auto at_level = [](double level) {
    return reading({.quantity = "endpoints.redness_course", .crossing = level});
  };
  CHECK(std::isnan(at_level(5)[0]));    // never so red
  CHECK(std::isnan(at_level(0.5)[0]));  // red to the end
  CHECK(std::isnan(at_level(1.5)[1]));  // nobody knows how it goes on
  CHECK(std::isnan(at_level(1)[0]));    // at the level, not below it
}

TEST_CASE("[unit] a member that lacks the number there has none") {
  const auto late = reading({"endpoints.redness_course", 9000});
  CHECK(late[0] == doctest::Approx(1.5));
  CHECK(std::isnan(late[1]));
}

TEST_CASE("[unit] a place off the axis by rounding alone is the axis' end") {
  CHECK(reading({"endpoints.redness_course", 10800 * (1 + 1e-12)})[0] == 1);
}

TEST_CASE("[unit] what cannot be read is refused in words") {
  const auto refusal = [](const run::Reading& asked) -> std::string {
    try {
      reading(asked);
      return "";
    } catch (const InputError& error) {
      return error.what();
    }
  };
  CHECK(refusal({"endpoints.redness_course", 14400}).find("from 0 to 3 h, not at 4 h") != std::string::npos);
  CHECK(refusal({"endpoints.redness_course", -60}).find("from 0 to 3 h") != std::string::npos);
  CHECK(refusal({"endpoints.redness_course"}).find("is a series") != std::string::npos);
  CHECK(refusal({"endpoints.redness_course", 3600, true}).find("one of the three") != std::string::npos);
  CHECK(refusal({"insertion.depth", 3600}).find("is one number") != std::string::npos);
  CHECK(refusal({"transport.amount", 0}).find("along names") != std::string::npos);
  CHECK(refusal({"endpoints.rednes_course", 3600}).find("redness_course") != std::string::npos);
}
