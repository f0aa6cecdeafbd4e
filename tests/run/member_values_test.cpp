#include "percuta/run/member_values.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a member's row has the announced length and its intervals come back in order") {
  const study::Model model = load_text(small_study());
  const Units units;
  std::vector<run::MemberResult> members;
  run::Record record;
  record.drawn = course::simulate(model.inputs, Member{model.seed, 0, model.members}, numerics::KernelClone::baseline);
  for (std::uint32_t index = 1; index <= 4; ++index) {
    members.push_back({run::values_of(
        course::simulate(model.inputs, Member{model.seed, index, 4}, numerics::KernelClone::baseline), model)});
    CHECK(members.back().values.size() == run::value_count(model));
  }
  run::fill_intervals(members, model, units, record);
  CHECK(record.sessions.empty());
  CHECK(record.histogram.density.size() + 1 == record.histogram.edges.size());
  REQUIRE(record.histogram.deeper.size() == record.histogram.edges.size());
  for (std::size_t i = 1; i < record.histogram.deeper.size(); ++i) {
    CHECK(record.histogram.deeper[i].value <= record.histogram.deeper[i - 1].value);
  }
  CHECK(record.histogram.mean.size() == record.histogram.density.size());
  REQUIRE(record.layers.size() == 5);
  CHECK(record.layers.front().name == "stratum_corneum");
  CHECK(record.layers.front().top.value == 0);
  CHECK(record.layers[3].bottom.value > record.layers[2].bottom.value);
}

TEST_CASE("[unit] depth edges run from the surface to the longest needle") {
  const study::Model model =
      load_text(small_study("[course]\nsessions = 2\n[[session]]\nnumber = 2\ndevice.needle.length = \"2 mm\"\n"));
  const auto edges = run::depth_edges(model.inputs);
  CHECK(edges.front() == 0);
  CHECK(edges[30] == doctest::Approx(2e-3));
}

TEST_CASE("[unit] the reader is told when nothing pierces") {
  const study::Model model =
      load_text(small_study(), {{"device.needle.tip_radius=200 um", "technique.force=0.1 N"}, {}});
  const run::Record record = run::run(model, {}, Units());
  bool is_told = false;
  for (const std::string& warning : record.warnings) is_told = is_told || has(warning, "no needle pierces");
  CHECK(is_told);
}
