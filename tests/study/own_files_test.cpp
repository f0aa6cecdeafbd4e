#include "percuta/study/own_files.hpp"

#include <doctest/doctest.h>

#include "study/run_again.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[law] what came from further data folders is kept, and the resolved study finds it without them") {
  const TemporaryFolder more, folder;
  std::filesystem::create_directory(more.path() / "devices");
  std::filesystem::create_directory(more.path() / "materials");
  std::string mine = read_file(own_data().find("devices", "roller-home"));
  const std::string named = "material = \"";
  const std::size_t at = mine.find(named);
  mine = at == std::string::npos ? mine + "" : mine.replace(at, mine.find('"', at + named.size()) - at + 1, "");
  more.write("devices/my-roller.toml", mine);
  more.write("materials/steel.toml", read_file(own_data().find("materials", "steel")));
  const Units units;
  const auto file = folder.write("s.toml", small_study());
  const study::Model model =
      study::load(file, {{"device.name=my-roller"}, {}}, own_data().with_further({more.path()}), units);
  REQUIRE(model.own_files.size() == 2);
  CHECK(model.own_files[0].name == "data/devices/my-roller.toml");
  CHECK(model.own_files[1].name == "data/materials/steel.toml");
  check_same_again(model);
}

TEST_CASE("[unit] a study may name its own folder of data, which stands beside it") {
  CHECK(has(refusal_of(small_study(), {{"data=none-such"}, {}}), "there is no data folder 'none-such'"));
  CHECK(has(refusal_of(small_study(), {{"data=../elsewhere"}, {}}), "outside the study's folder"));
  CHECK_FALSE(has(load_text(small_study()).resolved_toml, "data ="));
}

TEST_CASE("[law] the device has one name, before and after it is kept") {
  const TemporaryFolder folder;
  folder.write("mine.toml", read_file(own_data().find("devices", "roller-home")));
  const study::Model model =
      study::load(folder.write("s.toml", small_study()), {{"device.name=./mine.toml"}, {}}, own_data(), Units());
  CHECK(model.subject.device_name == "devices/mine.toml");
  check_same_again(model);
}
