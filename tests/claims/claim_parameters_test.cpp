#include <doctest/doctest.h>

#include <set>

#include "percuta/base/files/document.hpp"
#include "percuta/claims/arms.hpp"
#include "percuta/claims/claims.hpp"
#include "percuta/course/stages.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] every claim's file can be read, names results and arms that there are, and its sources are known") {
  const DataFolder data = own_data();
  const Units units;
  const auto bibliography = parse_bibliography(read_file(data.file("sources.bib")), "sources.bib");
  const std::vector<std::string> ids = claims::claims_with_files(data);
  CHECK(ids.size() >= 4);
  std::set<std::string> quantities;
  const std::string any = "transport.<active>";
  for (const ResultColumn& column : course::course_quantities()) {
    if (!column.key().starts_with(any)) quantities.insert(column.key());
    for (const std::string& active :
         column.key().starts_with(any) ? data.names("actives") : std::vector<std::string>()) {
      quantities.insert("transport." + active + column.key().substr(any.size()));
    }
  }
  std::set<std::string> series;
  for (const auto& one : course::whole_course_results({{0, 1}, {0}})) {
    if (one.column.axis) series.insert(one.column.key());
  }
  for (const std::string& id : ids) {
    CAPTURE(id);
    const auto claim =
        read_struct<claims::ClaimFile>(read_document(data.file("../claims/" + id + ".toml")), nullptr, units);
    CHECK(claim.id == id);
    std::set<std::string> arms = {""};
    for (const claims::ClaimArm& arm : claim.arm) arms.insert(arm.name);
    for (const claims::ClaimTest& test : claim.test) {
      const bool is_read = !test.at.source.empty() || test.is_peak || !test.below.source.empty();
      CHECK((is_read ? series : quantities).contains(test.quantity));
      for (const std::string& arm : claims::arms_of(test)) CHECK(arms.contains(arm));
    }
    CHECK((claim.test.empty() != claim.refusal.empty()));
    for (const claims::ClaimEvidence& evidence : claim.evidence) CHECK(bibliography.contains(evidence.source));
  }
}
