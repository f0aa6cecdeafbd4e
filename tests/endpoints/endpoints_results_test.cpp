#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;
using tests::untouched;

TEST_CASE("[unit] numbers come first, then curves from the last session on, in days") {
  const auto measured = treatment().measure();
  const auto columns = endpoints::results({0, k_day, 28 * k_day});
  bool has_curve = false;
  std::set<std::string> names;
  for (const auto& result : columns) {
    INFO(result.column.name);
    CHECK(result.column.room == "endpoints");
    CHECK(names.insert(result.column.name).second);
    std::vector<double> row;
    result.append(measured, row);
    CHECK(row.size() == result.column.size());
    if (result.column.axis) {
      has_curve = true;
      CHECK(result.column.axis->unit == "day");
      CHECK(result.column.figure.starts_with("endpoints_"));
      CHECK(result.column.name.ends_with("_course"));
    } else {
      CHECK_FALSE(has_curve);
    }
    for (const double value : row) CHECK(std::isfinite(value));
  }
  CHECK(has_curve);
}

TEST_CASE("[unit] a curve starts at the last session and is undefined beyond the horizon") {
  const auto some = treatment();
  const auto measured = some.measure();
  for (const auto& result : endpoints::results({0, 1000 * k_day})) {
    if (result.column.name != "density_course") continue;
    std::vector<double> row;
    result.append(measured, row);
    CHECK(row[0] == doctest::Approx(1 + endpoints::Treated(some.treated()).state.course.papillary[0].tissue.gain() +
                                    tests::moment_after(some.state.sessions, 60 * k_day, 1).tissue.three));
    CHECK(std::isnan(row[1]));
    CHECK_FALSE(result.column.needs.empty());
  }
}

TEST_CASE("[law] a number that may be undefined says what it needs") {
  auto short_course = treatment();
  short_course.state.course = tests::course_of({0, 30 * k_day, 60 * k_day}, 60.2 * k_day, 3);
  for (const auto& some : {short_course, untouched()}) {
    auto bare = some;
    bare.skin.layers.clear();
    const auto measured = bare.measure();
    for (const auto& result : endpoints::results({0})) {
      INFO(result.column.name);
      std::vector<double> row;
      result.append(measured, row);
      if (result.column.needs.empty()) CHECK(std::isfinite(row.front()));
    }
  }
}
