#include "percuta/run/result_table.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

/// Two members: a number, a series of two places, and the number again in a second session.
run::ResultTable small_table() {
  ResultColumn depth{"insertion", "depth", "mm", "How deep"};
  ResultColumn leak{"closure", "leak", "1", "How much leaks"};
  leak.axis = ResultAxis{"time", "h", {0, 3600}, {}};
  ResultColumn second = depth;
  second.session = 2;
  return {{depth, leak, second}, {{1, 10, 11, 100}, {2, 20, 21, 200}}};
}

}  // namespace

TEST_CASE("[unit] results are asked for by name, session and place") {
  const run::ResultTable table = small_table();
  CHECK(table["insertion.depth"] == std::vector<double>{1, 2});
  CHECK(table.values("closure.leak", 1, 1) == std::vector<double>{11, 21});
  CHECK(table.values("insertion.depth", 2) == std::vector<double>{100, 200});
  CHECK(table.interval("insertion.depth", 2).value == doctest::Approx(150));
  CHECK(table.column("closure.leak").axis->unit == "h");
  CHECK(table.members() == 2);
}

TEST_CASE("[unit] a name that no column has is an error that suggests one") {
  const run::ResultTable table = small_table();
  CHECK(table.has("insertion.depth"));
  CHECK_FALSE(table.has("insertion.dept"));
  try {
    table["insertion.dept"];
    FAIL("no error");
  } catch (const InputError& error) {
    CHECK(std::string(error.what()).find("insertion.depth") != std::string::npos);
  }
  CHECK_THROWS_AS(table.values("closure.leak", 2), InputError);
}

TEST_CASE("[law] an interval is over the members that have the number; only columns that need something may lack it") {
  ResultColumn gap{"coverage", "gap", "mm", "How wide"};
  ResultColumn plain = gap;
  plain.name = "plain";
  gap.needs = "two holes";
  const run::ResultTable table({gap, plain}, {{1, k_undefined}, {k_undefined, 2}, {3, 3}});
  CHECK(table.defined("coverage.gap") == std::vector<double>{1, 3});
  CHECK(table.interval("coverage.gap").value == doctest::Approx(2));
  CHECK(table.interval("coverage.gap").high == 3);
  CHECK_THROWS_AS(table.interval("coverage.plain"), SolverError);
  const run::ResultTable none({gap}, {{k_undefined}, {k_undefined}});
  CHECK(none.defined("coverage.gap").empty());
  CHECK_THROWS_AS(none.interval("coverage.gap"), SolverError);
}
