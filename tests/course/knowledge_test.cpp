#include "percuta/course/knowledge.hpp"

#include <doctest/doctest.h>

#include <set>

#include "course/course_fixture.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/schema.hpp"
#include "source_folder.hpp"

using namespace percuta;

namespace {

std::set<std::string> tables_of(course::Knowledge& knowledge) {
  std::set<std::string> tables;
  for (const ParameterRow& row : list_parameters([&](Visitor& v) { describe(knowledge, v); }, Units())) {
    tables.insert(row.path.substr(0, row.path.find('.')));
  }
  return tables;
}

}  // namespace

TEST_CASE("[law] a specimen takes the place of skin and mechanics, and every table is in the list once") {
  course::Knowledge knowledge;
  const std::set<std::string> of_site = tables_of(knowledge);
  knowledge.specimen.emplace();
  const std::set<std::string> of_specimen = tables_of(knowledge);
  CHECK(of_site.contains("mechanics"));
  CHECK_FALSE(of_site.contains("specimen"));
  CHECK_FALSE(of_specimen.contains("mechanics"));
  CHECK(of_specimen.contains("specimen"));
  std::set<std::string> all;
  for (const course::KnowledgeTable& table : course::knowledge_tables()) {
    CHECK(all.insert(std::string(table.key)).second);
  }
  for (const auto& tables : {of_site, of_specimen}) {
    for (const std::string& table : tables) CHECK(all.contains(table));
  }
}

TEST_CASE("[law] the file that the list names holds the table") {
  const Units units;
  course::Knowledge knowledge;
  course::for_each_table(knowledge, [&](const course::KnowledgeTable& table, auto& member) {
    if (table.file.empty()) return;
    INFO(table.key);
    const Node file = read_document(source_folder() + "/data/" + std::string(table.file));
    using Member = std::remove_reference_t<decltype(member)>;
    CHECK_NOTHROW(read_struct<Member>(file, nullptr, units));
  });
}

TEST_CASE("[law] a draw is keyed by the study's key") {
  course::Inputs inputs = tests::inputs();
  Quantity& distance = inputs.knowledge.guidance.capture_distance;
  distance.value = 1e-4, distance.low = 5e-5, distance.high = 2e-4;
  punctures::Guidance alone = inputs.knowledge.guidance;
  const Member member{7, 3, 8};
  draw([&](Visitor& visitor) { describe(alone, visitor); }, member, "guidance.");
  CHECK(course::sample_inputs(inputs, member).knowledge.guidance.capture_distance.value ==
        alone.capture_distance.value);
  CHECK(alone.capture_distance.value != distance.value);
}
