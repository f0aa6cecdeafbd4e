#include "percuta/base/units.hpp"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "percuta/base/error.hpp"

using namespace percuta;

TEST_CASE("[unit] common units become SI") {
  const Units units;
  CHECK(units.to_si(1.5, "mm") == doctest::Approx(1.5e-3));
  CHECK(units.to_si(3, "um") == doctest::Approx(3e-6));
  CHECK(units.to_si(3, "µm") == doctest::Approx(3e-6));
  CHECK(units.to_si(10, "cm2") == doctest::Approx(1e-3));
  CHECK(units.to_si(10, "cm^2") == doctest::Approx(1e-3));
  CHECK(units.to_si(2, "mg/cm2") == doctest::Approx(2e-2));
  CHECK(units.to_si(200, "1/cm2") == doctest::Approx(2e6));
  CHECK(units.to_si(200, "/cm2") == doctest::Approx(2e6));
  CHECK(units.to_si(5, "cm/s") == doctest::Approx(0.05));
  CHECK(units.to_si(90, "deg") == doctest::Approx(std::numbers::pi / 2));
  CHECK(units.to_si(30, "percent") == doctest::Approx(0.3));
  CHECK(units.to_si(30, "%") == doctest::Approx(0.3));
  CHECK(units.to_si(1, "h") == 3600.0);
  CHECK(units.to_si(6, "weeks") == doctest::Approx(6 * 7 * 86400.0));
  CHECK(units.to_si(7, "1") == 7.0);
}

TEST_CASE("[unit] temperatures shift, their differences scale") {
  const Units units;
  CHECK(units.to_si(37, "degC") == doctest::Approx(310.15));
  CHECK(units.to_si(37, "°C") == doctest::Approx(310.15));
  CHECK(units.from_si(310.15, "degC") == doctest::Approx(37));
  CHECK(units.to_si(2, "W/(m K)") == 2.0);
  CHECK(units.to_si(60, "K/min") == doctest::Approx(1));
}

TEST_CASE("[unit] units that UDUNITS lacks are there") {
  const Units units;
  CHECK(units.to_si(2, "months") == doctest::Approx(60 * 86400.0));
  CHECK(units.to_si(1, "month") == doctest::Approx(30 * 86400.0));
  CHECK(units.to_si(1, "kDa") == doctest::Approx(1.66053906660e-24));
  CHECK(units.to_si(1, "mM") == doctest::Approx(1));
  CHECK(units.to_si(3, "mIU") == doctest::Approx(3e-3));
  CHECK(units.same_dimension("IU/ml", "IU/m3"));
  CHECK_FALSE(units.same_dimension("IU", "1"));
}

TEST_CASE("[unit] dimensions are told apart") {
  const Units units;
  CHECK(units.same_dimension("mm", "inch"));
  CHECK(units.same_dimension("N", "mJ/mm"));
  CHECK_FALSE(units.same_dimension("mm", "mm2"));
  CHECK_FALSE(units.same_dimension("deg", "1"));
  CHECK_FALSE(units.same_dimension("Hz", "rad/s"));
  CHECK_FALSE(units.same_dimension("s", "Hz"));
  CHECK_FALSE(units.same_dimension("J", "nonsense"));
  CHECK(units.dimension_word("um") == "a length");
  CHECK(units.dimension_word("mN") == "a force");
  CHECK(units.dimension_word("1/cm2") == "a number per area");
  CHECK(units.dimension_word("deg") == "an angle");
  CHECK(units.dimension_word("m4") == "a quantity in m4");
  CHECK(units.si_unit("kPa") == "m-1.kg.s-2");
}

TEST_CASE("[unit] what UDUNITS reads but nobody should write is no unit") {
  const Units units;
  for (const std::string text : {"", " ", "5 mm", "K @ 273", "seconds since 1970-01-01", "lg(re 1 mW)", "m 2",
                                 "nonsense", "mm;", "2", "1.5", "m from 3", "mm,", "\"mm\"", "m^", "1/", "(", "m)"}) {
    CAPTURE(text);
    CHECK_FALSE(units.is_unit(text));
  }
  CHECK_FALSE(units.is_unit(std::string(100000, 'm')));
  CHECK_FALSE(units.is_unit(std::string(60, '(')));
  CHECK_THROWS_AS(units.to_si(1, "nonsense"), InputError);
}

TEST_CASE("[law] there and back again is the same number") {
  const Units units;
  for (const std::string unit :
       {"mm", "um", "kPa", "deg", "percent", "mg/cm2", "months", "kDa", "h", "1/cm2", "degC"}) {
    for (const double si : {1.2345e-6, 0.037, 1.0, 3.3e4, 1.7e9}) {
      CAPTURE(unit);
      const double back = units.to_si(units.from_si(si, unit), unit);
      const double scale = unit == "degC" ? 300 : 0;
      CHECK(std::abs(back - si) <= 1e-12 * (std::abs(si) + scale));
    }
  }
}

TEST_CASE("[law] a decimal-comma locale changes nothing") {
  bool is_set = false;
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "nl_NL.UTF-8"}) {
    is_set = is_set || std::setlocale(LC_ALL, name) != nullptr;
  }
  const Units units;
  CHECK(units.to_si(1, "in") == doctest::Approx(0.0254));
  CHECK(units.to_si(1, "mmHg") == doctest::Approx(133.322387415));
  CHECK(split_quantity("1.5 mm")->number == 1.5);
  std::setlocale(LC_ALL, "C");
  if (!is_set) MESSAGE("no decimal-comma locale is installed here; checked in C only");
}

TEST_CASE("[unit] a missing database is a FileError that names the place") {
  const char* before = std::getenv("UDUNITS2_XML_PATH");
  const std::string kept = before != nullptr ? before : "";
  setenv("UDUNITS2_XML_PATH", "/nonexistent/units.xml", 1);
  try {
    const Units units;
    FAIL("must not be found");
  } catch (const FileError& error) {
    CHECK(std::string(error.what()).find("/nonexistent/units.xml") != std::string::npos);
  }
  if (before != nullptr) {
    setenv("UDUNITS2_XML_PATH", kept.c_str(), 1);
  } else {
    unsetenv("UDUNITS2_XML_PATH");
  }
}
