#include <doctest/doctest.h>

#include "source_folder.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a study is filled from the data, and every value says who") {
  const study::Model model = load_text(small_study());
  CHECK(model.can_run);
  CHECK(model.members == 8);
  CHECK_FALSE(model.inputs.has_all_columns);
  CHECK(model.subject.needles == 192);
  CHECK(model.inputs.sessions.size() == 1);
  CHECK(model.inputs.window_area.value == doctest::Approx(2e-4));
  for (const ParameterRow& row : model.parameters) {
    INFO(row.path);
    if (row.type == "quantity") CHECK_FALSE(row.source.empty());
  }
}

TEST_CASE("[unit] what a user chose is certain and what was left out is not") {
  const study::Model model = load_text(small_study("[hand]\ntrack_overlap = 0.1\n"), {{"technique.force=3 N"}, {}});
  CHECK(model.inputs.sessions.front().technique.force.is_certain());
  CHECK(model.inputs.sessions.front().technique.force.source == "--set");
  CHECK(model.inputs.knowledge.hand.track_overlap.value == doctest::Approx(0.1));
  CHECK_FALSE(model.inputs.sessions.front().technique.skill.is_certain());
}

TEST_CASE("[unit] all mistakes of a study are told at once, even with an unknown device") {
  const std::string text = refusal_of(small_study("[technique.speed]\n") + "[persn]\nage = 3\n",
                                      {{"device.name=roler-192", "technique.passes=0"}, {}});
  CHECK(has(text, "roler-192"));
  CHECK(has(text, "roller-192"));
  CHECK(has(text, "persn"));
  CHECK(has(text, "passes"));
}

TEST_CASE("[unit] a session changes what it names and nothing else") {
  const study::Model model =
      load_text(small_study("[course]\nsessions = 3\n[[session]]\nnumber = 2\ndevice.name = \"roller-institute\"\n"));
  REQUIRE(model.inputs.sessions.size() == 3);
  CHECK(model.inputs.sessions[0].device.needle.length.value == doctest::Approx(1.5e-3));
  CHECK(model.inputs.sessions[1].device.needle.length.value == doctest::Approx(0.5e-3));
  CHECK(model.inputs.sessions[2].device.needle.length.value == doctest::Approx(1.5e-3));
}

TEST_CASE("[unit] a session beyond the course is refused") {
  CHECK(has(refusal_of(small_study("[[session]]\nnumber = 2\n")), "beyond the course"));
}

TEST_CASE("[unit] a device file outside the study's folder needs leave") {
  const TemporaryFolder elsewhere;
  const std::filesystem::path source = std::filesystem::path(source_folder()) / "data" / "devices" / "roller-home.toml";
  const auto mine = elsewhere.write("mine.toml", read_file(source));
  const std::string name = "device.name=" + mine.string();
  CHECK(has(refusal_of(small_study(), {{name}, {}}), "outside the study's folder"));
  CHECK(load_text(small_study(), {{name}, {elsewhere.path()}}).inputs.sessions.front().device.needle.length.value ==
        doctest::Approx(0.2e-3));
}

TEST_CASE("[law] the resolved study reads back to the same inputs, whoever chose them") {
  const study::Model model = load_text(small_study(), {{"technique.force=3 N", "site.integrity=intact"}, {}});
  const study::Model again = load_text(model.resolved_toml);
  CHECK(again.inputs_hash == model.inputs_hash);
  CHECK(again.resolved_toml == model.resolved_toml);
}

TEST_CASE("[unit] a window larger than its site is refused") {
  CHECK_FALSE(refusal_of(small_study(), {{"site.area=400 cm2"}, {}}).empty());
}

TEST_CASE("[law] a study with a device file of its own runs again from its run folder") {
  const TemporaryFolder folder, run;
  folder.write("mine.toml", read_file(own_data().find("devices", "roller-home")));
  const Units units;
  const auto study_file = folder.write("study.toml", small_study());
  const study::Model model = study::load(study_file, {{"device.name=./mine.toml"}, {}}, own_data(), units);
  REQUIRE(model.own_files.size() == 1);
  CHECK(model.own_files.front().name == "devices/mine.toml");
  std::filesystem::create_directory(run.path() / "devices");
  run.write(model.own_files.front().name, model.own_files.front().text);
  const study::Model again = study::load(run.write("study.resolved.toml", model.resolved_toml), {}, own_data(), units);
  CHECK(again.inputs_hash == model.inputs_hash);
}

TEST_CASE("[unit] a study may let every piece of tissue heal by itself, and a resolved study says so") {
  const study::Model model = load_text(small_study() + "columns = \"all\"\n");
  CHECK(model.inputs.has_all_columns);
  CHECK(has(model.resolved_toml, "columns = \"all\""));
  CHECK(model.inputs_hash != load_text(small_study()).inputs_hash);
  CHECK(has(refusal_of(small_study() + "columns = \"some\"\n"), "columns"));
}
