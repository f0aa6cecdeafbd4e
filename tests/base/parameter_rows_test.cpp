#include <doctest/doctest.h>

#include <algorithm>

#include "base/sample.hpp"
#include "percuta/base/schema.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

ParameterRow row_of(const std::vector<ParameterRow>& rows, const std::string& path) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const ParameterRow& r) { return r.path == path; });
  REQUIRE(row != rows.end());
  return *row;
}

}  // namespace

TEST_CASE("[unit] every parameter has its row, with what is known of it") {
  const Units units;
  auto sample = read_struct<Sample>(parse_document(k_good_sample, "s"), nullptr, units);
  const std::vector<ParameterRow> rows = list_parameters(walk(sample), units);
  const ParameterRow stiffness = row_of(rows, "stiffness");
  CHECK(stiffness.type == "quantity");
  CHECK(stiffness.unit == "kPa");
  CHECK(stiffness.range == "1 to 100000 kPa");
  CHECK(stiffness.given == "50 kPa");
  CHECK(stiffness.low == "20 kPa");
  CHECK(stiffness.high == "200 kPa");
  CHECK(stiffness.source == "Key2011");
  CHECK(stiffness.kind == "measured");
  CHECK(stiffness.note == "on \"cheek\"");
  CHECK(row_of(rows, "force").given == "2 N");
  CHECK(row_of(rows, "force").low.empty());
  CHECK(row_of(rows, "force").kind == "chosen");
  CHECK(row_of(rows, "directions").given == "[0 deg, 90 deg]");
  CHECK(row_of(rows, "passes").given == "4");
  CHECK(row_of(rows, "sex").range == "female, male");
  CHECK(row_of(rows, "concern").given == "[acne scar, striae]");
  CHECK(row_of(rows, "held").given == "true");
  CHECK(row_of(rows, "outline").given == "3 points");
  CHECK(row_of(rows, "tool").type == "table");
  CHECK(row_of(rows, "tool.length").given == "1.5 mm");
  CHECK(row_of(rows, "spare").is_optional);
  CHECK(row_of(rows, "spare.length").given.empty());
  CHECK(row_of(rows, "box[1].name").given == "b");
}

TEST_CASE("[unit] an empty list of tables is still described") {
  const Units units;
  Sample sample;
  const std::vector<ParameterRow> rows = list_parameters(walk(sample), units);
  CHECK(row_of(rows, "box[].length").unit == "mm");
  CHECK(sample.box.empty());
  CHECK(rows.front().path == "force");
}
