#include <doctest/doctest.h>

#include <set>

#include "percuta/base/document.hpp"
#include "percuta/study/claim_arms.hpp"
#include "percuta/study/claims.hpp"
#include "study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] every claim's file can be read, names results and arms that there are, and its sources are known") {
  const DataFolder data = own_data();
  const Units units;
  const auto bibliography = parse_bibliography(read_file(data.file("sources.bib")), "sources.bib");
  const std::vector<std::string> ids = study::claims_with_files(data);
  CHECK(ids.size() >= 4);
  for (const std::string& id : ids) {
    CAPTURE(id);
    const auto claim =
        read_struct<study::ClaimFile>(read_document(data.file("../claims/" + id + ".toml")), nullptr, units);
    CHECK(claim.id == id);
    std::set<std::string> arms = {""};
    for (const study::ClaimArm& arm : claim.arm) arms.insert(arm.name);
    for (const study::ClaimTest& test : claim.test) {
      CHECK_NOTHROW(study::column_of(test.quantity));
      CHECK(arms.contains(test.arm));
      CHECK(arms.contains(test.versus));
    }
    CHECK((claim.test.empty() != claim.refusal.empty()));
    for (const study::ClaimEvidence& evidence : claim.evidence) CHECK(bibliography.contains(evidence.source));
  }
}
