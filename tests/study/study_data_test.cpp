#include "percuta/study/study_data.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] only what came from outside Percuta's own data is kept, once, where it stood in its folder") {
  const TemporaryFolder more;
  std::filesystem::create_directory(more.path() / "materials");
  more.write("materials/titanium.toml", "x = 1\n");
  study::StudyData data(own_data().with_further({more.path()}));
  data.find("devices", "roller-192");
  data.file("hand.toml");
  CHECK(data.kept().empty());
  data.find("materials", "titanium");
  data.find("materials", "titanium");
  REQUIRE(data.kept().size() == 1);
  CHECK(data.kept().front().name == "data/materials/titanium.toml");
  CHECK(data.kept().front().text == "x = 1\n");
}
