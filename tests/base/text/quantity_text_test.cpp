#include "percuta/base/text/quantity_text.hpp"

#include <doctest/doctest.h>

#include "percuta/base/random.hpp"

using namespace percuta;

TEST_CASE("[unit] numbers are written shortest") {
  CHECK(number_text(1.5) == "1.5");
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(1e-6) == "1e-06");
  CHECK(rounded_text(1.0 / 3) == "0.333333");
  CHECK(rounded_text(100000) == "100000");
}

TEST_CASE("[unit] what was written in a unit is written back as it was") {
  const Units units;
  const auto text = [&units](double number, std::string_view unit) {
    return exact_text(certain(units.to_si(number, unit)), unit, units).value;
  };
  CHECK(text(1.5, "mm") == "1.5");
  CHECK(text(0.017, "mm") == "0.017");
  CHECK(text(45, "deg") == "45");
  CHECK(text(37, "degC") == "37");
  CHECK(text(30, "percent") == "30");
  CHECK(text(205, "1/cm2") == "205");
}

TEST_CASE("[law] any number reads back to the same bits") {
  const Units units;
  Stream stream({1, 0, 0, 0, "numbers"});
  for (const char* unit : {"mm", "um", "kPa", "deg", "degC", "mg/cm2", "months", "1"}) {
    for (int i = 0; i < 200; ++i) {
      const double si = stream.uniform() * 1000;
      const ExactText text = exact_text(certain(si), unit, units);
      CHECK(units.to_si(split_quantity(text.value)->number, text.unit) == si);
    }
  }
}

TEST_CASE("[unit] ranges and examples are said in the declared unit") {
  CHECK(range_text({.name = "a", .meaning = "", .unit = "mm", .min = 0.05, .max = 5}) == "0.05 to 5 mm");
  CHECK(range_text({.name = "a", .meaning = "", .min = 1, .max = 6}) == "1 to 6");
  CHECK(range_text({.name = "a", .meaning = "", .min = 1, .max = 1}) == "1");
  CHECK(range_text({.name = "a", .meaning = ""}).empty());
  CHECK(range_text({.name = "a", .meaning = "", .choices = {"x", "y"}}) == "x, y");
  CHECK(example_text({.name = "a", .meaning = "", .unit = "mm", .min = 0.05, .max = 5}) == "1 mm");
  CHECK(example_text({.name = "a", .meaning = "", .unit = "um", .min = 3, .max = 5}) == "3 um");
  CHECK(example_text({.name = "a", .meaning = "", .unit = "m", .min = -1, .max = 0.1}) == "0.1 m");
}
