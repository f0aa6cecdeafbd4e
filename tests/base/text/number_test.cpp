#include "percuta/base/text/number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
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

TEST_CASE("[law] six digits are those of the exact number") {
  for (double value = 1e-12; value < 1e18; value *= 1.0371) {
    for (const double near : {value, -value, std::floor(value * 1e5) / 1e5 + 0.000005, std::floor(value) + 0.5}) {
      CAPTURE(near);
      char text[40];
      std::snprintf(text, sizeof text, "%.5e", near);
      CHECK(rounded(near) == std::strtod(text, nullptr));
    }
  }
  for (const double edge : {0.9999995, 0.99999949999, 999999.5, 999999.4999, 1e5, 99999.95, 123456.5, 123457.5}) {
    char text[40];
    std::snprintf(text, sizeof text, "%.5e", edge);
    CHECK(rounded(edge) == std::strtod(text, nullptr));
  }
}

TEST_CASE("[law] rounding twice changes nothing") {
  for (double value = 1e-9; value < 1e9; value *= 1.7) CHECK(rounded(rounded(value)) == rounded(value));
}

TEST_CASE("[law] fixed decimals are those of the exact number, between two steps and beside them") {
  const auto as_printed = [](double value, int decimals) {
    char text[400];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return std::string(text);
  };
  for (const int decimals : {0, 1, 2, 5, 6, 9, 12}) {
    for (double value = 1e-9; value < 1e18; value *= 1.37) {
      for (const double near :
           {value, -value, std::nextafter(value, 0.0), std::floor(value) + 0.5, std::floor(value)}) {
        CAPTURE(near);
        const std::string exact = as_printed(near, decimals);
        const bool is_zero = exact.find_first_of("123456789") == std::string::npos;
        CHECK(fixed_text(near, decimals) == (is_zero && exact.front() == '-' ? exact.substr(1) : exact));
      }
    }
  }
  for (const double tie : {0.125, 0.375, 2.5e-1, 1.005, 0.000005, 12.345675, 0.5}) {
    for (const int decimals : {1, 2, 5}) CHECK(fixed_text(tie, decimals) == as_printed(tie, decimals));
  }
  std::string row = "1,";
  append_fixed(row, 2.5, 3);
  CHECK(row == "1,2.500");
}
