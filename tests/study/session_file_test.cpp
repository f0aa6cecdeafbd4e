#include "percuta/study/session_file.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] every session of the course is read, each with what it changes") {
  const TemporaryFolder folder;
  const std::string text = small_study("[course]\nsessions = 3\n[[session]]\nnumber = 3\ndevice.name = \"pen-12\"\n");
  study::StudyTree tree = study::read_tree(folder.write("s.toml", text), {});
  study::StudyData data(own_data());
  const auto sessions = study::read_sessions(tree, {}, data, Units());
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[0].device.kind == "roller");
  CHECK(sessions[1].device.kind == "roller");
  CHECK(sessions[2].device.kind == "pen");
  CHECK(sessions[2].file.device.name == "pen-12");
}

TEST_CASE("[unit] a mistake that stands in every session is told once") {
  const std::string text = refusal_of(small_study("[course]\nsessions = 3\n"), {{"product.name=nothing-such"}, {}});
  const std::size_t first = text.find("nothing-such");
  CHECK(first != std::string::npos);
  CHECK(text.find("'nothing-such' is not in products", first + 30) == std::string::npos);
}
