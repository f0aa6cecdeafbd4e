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
