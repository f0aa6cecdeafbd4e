#include <doctest/doctest.h>

#include "percuta/run/ledger.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

course::Course small_course() {
  const study::Model model = load_text(small_study());
  return course::simulate(model.inputs, Member{model.seed, 0, model.members});
}

}  // namespace

TEST_CASE("[law] every strike is accounted for") {
  const auto rows = run::ledger_of(small_course());
  double struck = 0, parts = 0;
  for (const run::LedgerRow& row : rows) {
    if (row.name == "punctures.struck") struck = row.value;
    if (row.name == "punctures.outside_site" || row.name == "punctures.new_holes" || row.name == "punctures.reentries")
      parts += row.value;
  }
  CHECK(struck > 0);
  CHECK(struck == parts);
}

TEST_CASE("[law] a tally broken on purpose opens the ledger") {
  course::Course lost_hole = small_course();
  ++lost_hole.sessions.front().punctures.holes;
  CHECK_THROWS_AS(run::ledger_of(lost_hole), SolverError);
  course::Course lost_strike = small_course();
  --lost_strike.sessions.front().punctures.outside;
  CHECK_THROWS_AS(run::ledger_of(lost_strike), SolverError);
  course::Course lost_channel = small_course();
  lost_channel.sessions.front().channels.all.pop_back();
  CHECK_THROWS_AS(run::ledger_of(lost_channel), SolverError);
}

TEST_CASE("[law] what was put on is accounted for by active, and an amount broken on purpose opens the ledger") {
  const study::Model model = load_text(small_study("[product]\nname = \"vitamin-c-15\"\napply = \"2 min\"\n"));
  course::Course course = course::simulate(model.inputs, Member{model.seed, 0, model.members});
  double given = 0, found = 0;
  for (const run::LedgerRow& row : run::ledger_of(course)) {
    if (!row.name.starts_with("uptake.ascorbic-acid.") || row.name.ends_with("mismatch")) continue;
    if (row.name.ends_with("closed_over")) continue;  // stands in the layers' rows
    const bool is_put_in =
        row.name.ends_with(".given") || row.name.ends_with(".gained") || row.name.ends_with(".solver");
    (is_put_in ? given : found) += row.value;
  }
  CHECK(given > 100);
  CHECK(found == doctest::Approx(given).epsilon(1e-9));
  course.sessions.front().uptake.actives.front().mismatch = 1e-8;
  CHECK_THROWS_AS(run::ledger_of(course), SolverError);
}
