#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "percuta/base/units.hpp"
#include "percuta/punctures/punctures.hpp"

using namespace percuta;

TEST_CASE("[unit] each number of coverage has one name, a real unit, a meaning, and is read off its member") {
  punctures::Punctures landed;
  punctures::Coverage coverage;
  coverage.density = 12e4;
  coverage.evenness = 0.7;
  const Units units;
  std::set<std::string> names;
  std::vector<double> row;
  for (const auto& result : punctures::results()) {
    INFO(result.column.name);
    CHECK(result.column.room == "coverage");
    CHECK(names.insert(result.column.name).second);
    CHECK(units.is_unit(result.column.unit));
    CHECK_FALSE(result.column.meaning.empty());
    const std::size_t before = row.size();
    result.append({landed, coverage}, row);
    CHECK(row.size() == before + result.column.size());
    if (result.column.name == "density") CHECK(row.back() == 12e4);
    if (result.column.name == "evenness") CHECK(row.back() == 0.7);
  }
  for (const char* name : {"density", "distinct_density", "nearest_neighbour", "dispersion_2mm", "evenness"}) {
    CHECK(names.count(name) == 1);
  }
}

TEST_CASE("[law] a number of coverage that may be missing says what it needs") {
  const punctures::Punctures landed;
  const punctures::Coverage nothing;
  for (const auto& result : punctures::results()) {
    std::vector<double> row;
    result.append({landed, nothing}, row);
    INFO(result.column.name);
    CHECK(std::isnan(row.front()) == !result.column.needs.empty());
  }
}
