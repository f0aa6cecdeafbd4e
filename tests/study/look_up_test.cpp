#include "percuta/study/look_up.hpp"

#include <doctest/doctest.h>

#include "percuta/course/knowledge.hpp"
#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

study::Lookup looked_up(const std::string& text) {
  const TemporaryFolder folder;
  const auto tree = study::read_tree(folder.write("s.toml", text), {});
  study::StudyData data(own_data());
  Problems problems;
  return study::look_up(tree, tree.root, {}, data, problems);
}

}  // namespace

TEST_CASE("[unit] every table of knowledge has its defaults, of the site or of the specimen") {
  const study::Lookup site = looked_up(small_study());
  const study::Lookup bench = looked_up(bench_study("displacement = \"1 mm\""));
  CHECK_FALSE(site.is_specimen);
  CHECK(bench.is_specimen);
  for (const course::KnowledgeTable& table : course::knowledge_tables()) {
    INFO(table.key);
    const bool is_skin = table.key == "skin" || table.key == "mechanics";
    CHECK((site.defaults.find(table.key) != nullptr) == (table.key != "specimen"));
    CHECK((bench.defaults.find(table.key) != nullptr) == !is_skin);
  }
  CHECK(bench.defaults.find("specimen")->find("mechanics") != nullptr);
}

TEST_CASE("[unit] a study that names no device is told so, and is not complete") {
  CHECK_FALSE(looked_up("[site]\nname = \"cheek\"\n").is_complete);
  CHECK(has(refusal_of("percuta = 1\ntitle = \"x\"\n[site]\nname = \"cheek\"\n"), "names no device"));
}
