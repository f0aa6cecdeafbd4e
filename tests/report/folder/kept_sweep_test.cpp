#include "percuta/report/folder/kept_sweep.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::report;
using Words = std::vector<std::string>;

namespace {

study::SweepAxis axis(const std::string& key, const Words& values) {
  study::SweepAxis made;
  made.key = key;
  made.values = values;
  return made;
}

study::Model model(const std::string& device, const std::vector<study::OwnFile>& files) {
  study::Model made;
  made.version = "0.1.0";
  made.resolved_toml = "seed = 7\n\n[device]\nname = \"" + device + "\"\n";
  made.own_files = files;
  return made;
}

}  // namespace

TEST_CASE("[law] a sweep keeps the files of all its points, and its axes name them as they stand in its folder") {
  KeptSweep kept(model("pen", {}), {axis("device.name", {"./a.toml", "pen"}), axis("technique.passes", {"1", "2"})});
  const study::OwnFile mine{"devices/a.toml", "mine"};
  CHECK(kept.add(model("devices/a.toml", {mine}), {"device.name=./a.toml", "technique.passes=1"}) ==
        Words{"devices/a.toml", "1"});
  CHECK(kept.add(model("devices/a.toml", {mine}), {"device.name=./a.toml", "technique.passes=2"}) ==
        Words{"devices/a.toml", "2"});
  CHECK(kept.add(model("pen", {}), {"device.name=pen", "technique.passes=1"}) == Words{"pen", "1"});
  CHECK(kept.axes()[0].values == Words{"devices/a.toml", "pen"});
  CHECK(
      kept.settings({"device.name=./a.toml,pen", "technique.passes=1..2"}, {"density"}) ==
      Words{R"(sweep.over=["device.name=devices/a.toml,pen", "technique.passes=1..2"])", R"(sweep.show=["density"])"});
  const KeptInputs inputs = kept.inputs(model("pen", {}));
  REQUIRE(inputs.own_files.size() == 1);
  CHECK(inputs.own_files[0].text == "mine");
  CHECK(inputs.resolved_toml == model("pen", {}).resolved_toml);
}

TEST_CASE("[law] what the study looked up for one point alone is left out, what it chose and what all share stays") {
  const auto with_needle = [](const std::string& device, const std::string& length) {
    study::Model made = model(device, {});
    made.resolved_toml += "\n[device.needle]\nlength = \"" + length + "\"\ncount = 3\n\n[[session]]\nnumber = 2\n";
    made.resolved_toml += "\n[device." + device + "]\nspeed = 1\n";
    return made;
  };
  KeptSweep kept(with_needle("pen", "1 mm"), {axis("device.name", {"pen", "stamp"})});
  kept.add(with_needle("pen", "1 mm"), {"device.name=pen"});
  kept.add(with_needle("stamp", "2 mm"), {"device.name=stamp"});
  study::Model asked = with_needle("pen", "1 mm");
  asked.resolved_toml += "\n[sweep]\nover = [\"device.name=pen,stamp\"]\n";
  std::string expected = asked.resolved_toml;
  for (const std::string gone : {"length = \"1 mm\"\n", "\n[device.pen]\nspeed = 1\n"}) {
    expected.replace(expected.find(gone), gone.size(), "");
  }
  CHECK(kept.inputs(asked).resolved_toml == expected);
}

TEST_CASE("[unit] a further data folder that points alone read is named by the study that is kept") {
  KeptSweep kept(model("pen", {}), {axis("device.name", {"mine"})});
  CHECK(kept.add(model("mine", {{"data/devices/mine.toml", "x"}}), {"device.name=mine"}) == Words{"mine"});
  CHECK(kept.inputs(model("pen", {})).resolved_toml == "seed = 7\ndata = \"data\"\n\n[device]\nname = \"pen\"\n");
}

TEST_CASE("[unit] two different files of one name cannot be kept") {
  KeptSweep kept(model("pen", {{"devices/a.toml", "one"}}), {axis("device.name", {"./b/a.toml"})});
  CHECK_THROWS_AS(kept.add(model("devices/a.toml", {{"devices/a.toml", "other"}}), {"device.name=./b/a.toml"}),
                  InputError);
}
