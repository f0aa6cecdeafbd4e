#include "percuta/base/explain.hpp"

#include <doctest/doctest.h>

using namespace percuta;

namespace {
const ParameterRow k_row = {"tool.length", "Its | length", "quantity", "mm",       "0.05 to 5 mm", "1.5 mm",
                            "1.4 mm",      "1.6 mm",       "Key2011",  "measured", "why",          true};
}

TEST_CASE("[unit] a card says all that is known of a parameter") {
  CHECK(explain(k_row) ==
        "tool.length\n"
        "  Its | length\n"
        "  type      quantity, may be left out\n"
        "  unit      mm\n"
        "  allowed   0.05 to 5 mm\n"
        "  used      1.5 mm\n"
        "  interval  1.4 mm to 1.6 mm (10th to 90th percentile)\n"
        "  source    Key2011\n"
        "  kind      measured\n"
        "  note      why\n");
}

TEST_CASE("[unit] what is not known has no line") {
  ParameterRow row;
  row.path = "held";
  row.meaning = "Whether it is held";
  row.type = "flag";
  CHECK(explain(row) == "held\n  Whether it is held\n  type      flag\n");
}

TEST_CASE("[unit] the reference page is a table with one row per parameter") {
  CHECK(
      reference_markdown({k_row}, "Reference") ==
      "# Reference\n\n"
      "| Key | Meaning | Type | Allowed | Used | Interval | Source |\n"
      "|---|---|---|---|---|---|---|\n"
      "| `tool.length` | Its \\| length | quantity | 0.05 to 5 mm | 1.5 mm | 1.4 mm to 1.6 mm | Key2011, measured |\n");
}
