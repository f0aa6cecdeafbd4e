#include "percuta/base/version.hpp"

#include <doctest/doctest.h>

TEST_CASE("[unit] the version has three numbers") {
  int dots = 0;
  for (const char c : percuta::version()) dots += c == '.' ? 1 : 0;
  CHECK(dots == 2);
}
