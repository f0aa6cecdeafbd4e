#include "percuta/base/text/unit_text.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/units.hpp"

using namespace percuta;

TEST_CASE("[unit] number and unit are split") {
  CHECK(split_quantity("1.5 mm")->number == 1.5);
  CHECK(split_quantity("1.5 mm")->unit == "mm");
  CHECK(split_quantity("  +2e-3mm ")->number == 2e-3);
  CHECK(split_quantity("  +2e-3mm ")->unit == "mm");
  CHECK(split_quantity("30%")->unit == "%");
  CHECK(split_quantity("205/cm2")->unit == "/cm2");
  CHECK(split_quantity("-7")->number == -7);
  CHECK(split_quantity("-7")->unit.empty());
  CHECK(split_quantity(".5 s")->number == 0.5);
  CHECK(split_quantity("2 eV")->unit == "eV");
  CHECK(split_quantity("2eV")->unit == "eV");
  CHECK(split_quantity("1,5 mm")->unit == ",5 mm");
}

TEST_CASE("[unit] numbers that are not finite are passed on to be refused") {
  CHECK(std::isnan(split_quantity("nan")->number));
  CHECK(std::isinf(split_quantity("inf mm")->number));
  CHECK(split_quantity("-1e999 mm")->number == -HUGE_VAL);
  CHECK(split_quantity("1e-999 mm")->number == 0);
}

TEST_CASE("[unit] text without a number is no quantity") {
  for (const std::string text : {"", " ", "mm", "infected", "nancy", "e5", "+", "-", ".", "+-5", "mm 1"}) {
    CAPTURE(text);
    CHECK_FALSE(split_quantity(text).has_value());
  }
}

TEST_CASE("[unit] plain units are names, powers, products and quotients") {
  for (const std::string unit :
       {"mm", "cm2", "cm^2", "cm-2", "cm^-2", "1/cm2", "1", "W/(m K)", "kg.m-3", "N*s", "%", "°C", "mg per cm2"}) {
    CAPTURE(unit);
    CHECK(is_plain_unit(unit));
  }
  for (const std::string unit : {"", "5 mm", "mm 2", "K @ 3", "lg(re 1 mW)", "m--2", "m-", "10", "1 mm", "m\n2"}) {
    CAPTURE(unit);
    CHECK_FALSE(is_plain_unit(unit));
  }
}

TEST_CASE("[unit] a leading slash means one over") {
  CHECK(normalised_unit(" /cm2 ") == "1/cm2");
  CHECK(normalised_unit("mm ") == "mm");
}
