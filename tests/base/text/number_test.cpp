#include "percuta/base/text/number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace percuta;

TEST_CASE("[unit] numbers keep at most six significant digits in their shortest form") {
  CHECK(six_digit_text(205) == "205");
  CHECK(six_digit_text(0.81) == "0.81");
  CHECK(six_digit_text(0.123456789) == "0.123457");
  CHECK(six_digit_text(1e-7) == "1e-07");
  CHECK(six_digit_text(1234567) == "1.23457e+06");
}

TEST_CASE("[unit] minus zero is written as zero") {
  CHECK(six_digit_text(-0.0) == "0");
  CHECK(short_text(-0.0) == "0");
  CHECK(fixed_text(-0.0, 2) == "0.00");
  CHECK(fixed_text(-0.0004, 3) == "0.000");
  CHECK(fixed_text(-0.0006, 3) == "-0.001");
  CHECK_FALSE(std::signbit(rounded(-0.0)));
}

TEST_CASE("[unit] rounding keeps six digits and what is not finite") {
  CHECK(rounded(202.1484375) == 202.148);
  CHECK(rounded(-0.999999999) == -1);
  CHECK(rounded(1e300) == 1e300);
  CHECK(std::isinf(rounded(std::numeric_limits<double>::infinity())));
  CHECK(std::isnan(rounded(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("[unit] people read three digits without an exponent") {
  CHECK(short_text(0.81234) == "0.812");
  CHECK(short_text(0.95) == "0.95");
  CHECK(short_text(2346) == "2350");
  CHECK(short_text(999.9) == "1000");
  CHECK(short_text(0.00012345) == "0.000123");
  CHECK(short_text(-12.34) == "-12.3");
  CHECK(short_text(1.5e9) == "1.5e+09");
  CHECK(short_text(2e-9) == "2e-09");
}

TEST_CASE("[law] rounding twice changes nothing") {
  for (double value = 1e-9; value < 1e9; value *= 1.7) CHECK(rounded(rounded(value)) == rounded(value));
}
